package peekbench.result;

import java.util.OptionalDouble;

/**
 * One epoch of training: one line of {@code metrics.jsonl}.
 *
 * @param epoch counted from 1
 * @param trainLoss mean task loss over the epoch's training batches
 * @param testLoss mean task loss on the victims' test records after the epoch
 * @param testAccuracy share of test records classified rightly, in [0, 1]; NaN for a regression
 * @param seconds of training, without the test pass
 * @param messages sent, in both directions
 * @param bytesToServer as the codec writes them
 * @param bytesToClients as the codec writes them
 * @param defenseLoss mean of what a defense added to the client's loss, before its weight; empty without such a defense
 */
public record EpochMetrics(
        int epoch,
        double trainLoss,
        double testLoss,
        double testAccuracy,
        double seconds,
        long messages,
        long bytesToServer,
        long bytesToClients,
        OptionalDouble defenseLoss) {}
