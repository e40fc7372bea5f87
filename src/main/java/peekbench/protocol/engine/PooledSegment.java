package peekbench.protocol.engine;

import java.util.Optional;
import peekbench.channel.ModelState;
import peekbench.nn.ExampleGradients;
import peekbench.nn.OptimizerSnapshot;
import peekbench.nn.OptimizerState;
import peekbench.nn.Segment;

/** A segment with its optimiser, ready to train; whose weights they hold changes. */
final class PooledSegment {
    private final Segment segment;
    private final OptimizerState optimizer;
    private Optional<ExampleGradients> examples = Optional.empty();

    PooledSegment(Segment segment, OptimizerState optimizer) {
        this.segment = segment;
        this.optimizer = optimizer;
    }

    Segment segment() {
        return segment;
    }

    OptimizerState optimizer() {
        return optimizer;
    }

    /** Gradients of single examples, made when first asked for since they take a second segment's memory. */
    ExampleGradients examples() {
        if (examples.isEmpty()) {
            examples = Optional.of(new ExampleGradients(segment));
        }
        return examples.get();
    }

    /** A copy of the weights and of the optimiser's memory. */
    ModelState state() {
        OptimizerSnapshot memory = optimizer.snapshot();
        return new ModelState(
                segment.parameters().dup(),
                segment.buffers().isEmpty()
                        ? ModelState.none(segment.precision().dataType())
                        : segment.buffers().dup(),
                memory.steps(),
                memory.vectors());
    }

    /** Takes over a state; one without an optimiser's memory leaves the optimiser as it is. */
    void adopt(ModelState state) {
        if (segment.parameterCount() > 0) {
            segment.parameters().assign(state.parameters());
        }
        if (!segment.buffers().isEmpty()) {
            segment.buffers().assign(state.buffers());
        }
        if (!state.optimizerVectors().isEmpty()) {
            optimizer.restore(new OptimizerSnapshot(state.optimizerSteps(), state.optimizerVectors()));
        }
    }
}
