package peekbench.result;

import java.util.OptionalDouble;
import org.apiguardian.api.API;

/**
 * One epoch of training: one line of {@code metrics.jsonl}.
 *
 * @param epoch counted from 1
 * @param trainLoss mean task loss over the epoch's training batches
 * @param testLoss mean task loss on the victims' test records after the epoch
 * @param testAccuracy share of test records classified rightly, in [0, 1]; NaN for a regression
 * @param testDeviation mean absolute error of the numbers predicted for test records; NaN for a classification
 * @param kept whether the weights after this epoch were the best so far, and so the result unless a later epoch is kept
 * @param seconds of training, without the test pass
 * @param messages sent, in both directions
 * @param bytesToServer as the codec writes them
 * @param bytesToClients as the codec writes them
 * @param bytesBetweenClients those between clients, and to and from relays and weight stores
 * @param expectedBytes what published formulas say that an epoch in which all take part sends in all directions; empty
 *     where there is no formula for the protocol
 * @param clientFlops floating-point operations of all clients together, those of optimisers left out
 * @param serverFlops those of the server and of relays
 * @param defenseLoss mean of what a defense added to the client's loss, before its weight; empty without such a defense
 * @param privacySpent ε that training has spent so far, of the client that spent most; empty without a defense that keeps account
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record EpochMetrics(
        int epoch,
        double trainLoss,
        double testLoss,
        double testAccuracy,
        double testDeviation,
        boolean kept,
        double seconds,
        long messages,
        long bytesToServer,
        long bytesToClients,
        long bytesBetweenClients,
        OptionalDouble expectedBytes,
        long clientFlops,
        long serverFlops,
        OptionalDouble defenseLoss,
        OptionalDouble privacySpent) {
    /** The same epoch with another account of privacy. */
    public EpochMetrics withPrivacySpent(OptionalDouble epsilon) {
        return new EpochMetrics(
                epoch,
                trainLoss,
                testLoss,
                testAccuracy,
                testDeviation,
                kept,
                seconds,
                messages,
                bytesToServer,
                bytesToClients,
                bytesBetweenClients,
                expectedBytes,
                clientFlops,
                serverFlops,
                defenseLoss,
                epsilon);
    }
}
