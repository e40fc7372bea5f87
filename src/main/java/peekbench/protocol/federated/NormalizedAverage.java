package peekbench.protocol.federated;

import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.Message;
import peekbench.channel.ModelState;
import peekbench.nn.Optimizer;
import peekbench.protocol.weights.ModelAverage;
import peekbench.protocol.weights.RoundAverage;

/**
 * The step {@code w + (Σ p_i a_i) Σ p_i (w_i - w) / a_i} (Wang et al. 2020, equation 8 with {@code τ_eff = Σ p_i a_i}): each
 * client's change is divided by what its steps add up to, so that one that took more steps does not pull harder. {@code p_i}
 * is client i's share of the round's records and {@code a_i} is {@link Optimizer#accumulated} of its steps. Summed in
 * float64; buffers are averaged by records.
 */
final class NormalizedAverage implements RoundAverage {
    private final ModelState before;
    private final Optimizer optimizer;
    private final INDArray start;
    private final ModelAverage changes;
    private double steps;

    NormalizedAverage(ModelState before, Optimizer optimizer) {
        this.before = before;
        this.optimizer = optimizer;
        this.start = before.parameters().castTo(DataType.DOUBLE);
        this.changes = new ModelAverage(before);
    }

    @Override
    public void add(Message.LocalModel model) {
        double taken = optimizer.accumulated(model.state().optimizerSteps());
        INDArray change = model.state().parameters().castTo(DataType.DOUBLE).sub(start);
        // Whoever took no step changed nothing.
        change.divi(Math.max(1, taken));
        changes.add(model.state().withParameters(change), model.records());
        steps += model.records() * taken;
    }

    @Override
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    @Override
    public ModelState average() {
        ModelState mean = changes.average();
        DataType type = before.parameters().dataType();
        INDArray parameters = mean.parameters().mul(steps / changes.records()).addi(start);
        INDArray buffers =
                mean.buffers().length() == 0 ? before.buffers() : mean.buffers().castTo(type);
        return new ModelState(parameters.castTo(type), buffers, 0, List.of());
    }
}
