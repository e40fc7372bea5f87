package peekbench.run;

import java.util.Locale;
import peekbench.result.EpochMetrics;

/** An epoch in a few words. */
public final class EpochText {
    private EpochText() {}

    /** {@code epoch 2 of 10: loss 0.512, test loss 0.498, accuracy 83.1 %}; a regression has no accuracy. */
    public static String of(EpochMetrics metrics, int epochs) {
        String accuracy = Double.isNaN(metrics.testAccuracy())
                ? ""
                : String.format(Locale.ROOT, ", accuracy %.1f %%", 100 * metrics.testAccuracy());
        return String.format(
                Locale.ROOT,
                "epoch %d of %d: loss %.3f, test loss %.3f%s",
                metrics.epoch(),
                epochs,
                metrics.trainLoss(),
                metrics.testLoss(),
                accuracy);
    }
}
