package peekbench.event;

import java.util.Locale;
import peekbench.result.EpochMetrics;

/** What a trial is at, in a few words. */
public final class TrialEventText {
    private TrialEventText() {}

    /** {@code attack decoder, 1 of 2}. */
    public static String of(TrialEvent event) {
        if (event instanceof TrialEvent.Started started) {
            return started.attempt() == 1 ? "begins" : "begins, attempt " + started.attempt();
        }
        if (event instanceof TrialEvent.Epoch epoch) {
            return epoch(epoch.metrics(), epoch.epochs());
        }
        if (event instanceof TrialEvent.Attack attack) {
            return "attack " + attack.attack() + ", " + attack.place() + " of " + attack.of();
        }
        if (event instanceof TrialEvent.Progress progress) {
            return progress.what() + ", " + progress.detail();
        }
        if (event instanceof TrialEvent.Failed failed) {
            return "failed" + (failed.again() ? " and begins again: " : ": ") + failed.error();
        }
        return event instanceof TrialEvent.Done ? "complete" : "stopped";
    }

    /** Whether nothing follows of the trial. */
    public static boolean last(TrialEvent event) {
        return event instanceof TrialEvent.Done
                || event instanceof TrialEvent.Stopped
                || (event instanceof TrialEvent.Failed failed && !failed.again());
    }

    /** {@code epoch 2 of 10: loss 0.512, test loss 0.498, accuracy 83.1 %}; a regression has no accuracy. */
    private static String epoch(EpochMetrics metrics, int epochs) {
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
