package peekbench.cli;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.plan.TrialPlan;
import peekbench.result.EpochMetrics;
import peekbench.trial.TrialProgress;

/** Progress as log lines, which only {@code --verbose} shows. */
final class LoggedProgress implements TrialProgress {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedProgress.class);

    @Override
    public void started(TrialPlan plan) {
        LOG.info("{} begins", plan.id());
    }

    @Override
    public void epoch(TrialPlan plan, EpochMetrics metrics, int epochs) {
        LOG.info("{}: {}", plan.id(), ProgressBars.describe(metrics, epochs));
    }

    @Override
    public void phase(TrialPlan plan, String what, double fraction, String detail) {
        LOG.info("{}: {} {} {}", plan.id(), what, Math.round(100 * fraction) + " %", detail);
    }

    @Override
    public void finished(TrialPlan plan, Optional<Throwable> failure) {
        LOG.info("{} {}", plan.id(), failure.map(error -> "failed").orElse("is done"));
    }
}
