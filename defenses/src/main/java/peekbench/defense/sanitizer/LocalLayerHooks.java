package peekbench.defense.sanitizer;

import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.Segment;
import peekbench.nn.array.SavedState;
import peekbench.nn.array.Shape;
import peekbench.threat.defense.DefenseContext;
import peekbench.threat.defense.DefenseHooks;

/** {@link LocalLayer} on one client, which trains it when it first has something to send. */
final class LocalLayerHooks implements DefenseHooks {
    private final LocalLayer options;
    private final DefenseContext context;
    private Optional<Segment> trained = Optional.empty();

    LocalLayerHooks(LocalLayer options, DefenseContext context) {
        this.options = options;
        this.context = context;
    }

    @Override
    public INDArray sanitizeInput(INDArray input) {
        if (trained.isEmpty()) {
            trained = Optional.of(new LocalModel(options, Shape.ofExample(input.shape()), context).pretrain());
        }
        return trained.get().predict(input);
    }

    @Override
    public void remember(SavedState state) { // follows from the options and the seed
    }
}
