package peekbench.training;

import java.util.OptionalDouble;
import org.apiguardian.api.API;
import peekbench.channel.Traffic;

/**
 * One epoch of a training, or one round of a federated protocol.
 *
 * @param epoch from 1
 * @param trainLoss mean task loss over the epoch's records, as they were when seen
 * @param testLoss mean task loss on the victims' test records after the epoch
 * @param testAccuracy share of test records classified right; NaN for regression
 * @param testDeviation mean absolute error of the numbers predicted for test records; NaN for classification
 * @param kept whether these weights would be the result if training ended here: with early stopping, whether the test loss
 *     is the lowest so far
 * @param seconds the epoch's training time, without the test
 * @param traffic what the channel carried in the epoch
 * @param flops what parties computed in the epoch
 * @param defenseStatistic mean over the epoch's batches of what a loss-side defense measured, where there is one
 * @param privacySpent the ε that a defense of the clients has spent since training began, where it keeps account
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record EpochReport(
        int epoch,
        double trainLoss,
        double testLoss,
        double testAccuracy,
        double testDeviation,
        boolean kept,
        double seconds,
        Traffic traffic,
        Flops flops,
        OptionalDouble defenseStatistic,
        OptionalDouble privacySpent) {

    /** The same epoch of a training that followed another of so many epochs. */
    public EpochReport after(int epochs) {
        return new EpochReport(
                epochs + epoch,
                trainLoss,
                testLoss,
                testAccuracy,
                testDeviation,
                kept,
                seconds,
                traffic,
                flops,
                defenseStatistic,
                privacySpent);
    }
}
