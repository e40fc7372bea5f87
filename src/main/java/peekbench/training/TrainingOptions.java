package peekbench.training;

import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.nn.Optimizer;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Summary;

/**
 * How long and in what steps the victims train.
 *
 * @param epochs passes over all clients' records, or rounds of a federated protocol; 0 leaves the initial weights
 * @param batchSize records a step
 * @param optimizer used by every party on its own segment
 * @param schedule of the learning rate, the same for every party
 * @param earlyStopping when training ends sooner
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Summary("how the victims train")
public record TrainingOptions(
        @Summary("passes over all clients' records, or rounds of a federated protocol")
        int epochs,

        @Summary("records a step") int batchSize,
        @Summary("used by every party on its own segment") Optimizer optimizer,

        @Default("{name: constant}") @Summary("how the learning rate changes")
        LearningRateSchedule schedule,

        @Summary("when training ends sooner; left out, it does not")
        Optional<EarlyStopping> earlyStopping) {
    public TrainingOptions {
        Problems problems = new Problems();
        problems.atLeast("epochs", epochs, 0);
        problems.atLeast("batch-size", batchSize, 1);
        problems.throwIfAny();
    }

    /** A constant learning rate to the last epoch. */
    public TrainingOptions(int epochs, int batchSize, Optimizer optimizer) {
        this(epochs, batchSize, optimizer, new LearningRateSchedule.Constant(), Optional.empty());
    }

    /** The same training with another number of epochs. */
    public TrainingOptions withEpochs(int other) {
        return new TrainingOptions(other, batchSize, optimizer, schedule, earlyStopping);
    }
}
