package peekbench.protocol;

import peekbench.nn.Optimizer;
import peekbench.problem.Problems;
import peekbench.registry.Summary;

/**
 * How long and in what steps the victims train.
 *
 * @param epochs passes over all clients' records; 0 leaves the initial weights
 * @param batchSize records a step
 * @param optimizer used by every party on its own segment
 */
@Summary("how the victims train")
public record TrainingOptions(
        @Summary("passes over all clients' records") int epochs,
        @Summary("records a step") int batchSize,
        @Summary("used by every party on its own segment") Optimizer optimizer) {
    public TrainingOptions {
        Problems problems = new Problems();
        problems.atLeast("epochs", epochs, 0);
        problems.atLeast("batch-size", batchSize, 1);
        problems.throwIfAny();
    }

    /** The same training with another number of epochs. */
    public TrainingOptions withEpochs(int other) {
        return new TrainingOptions(other, batchSize, optimizer);
    }
}
