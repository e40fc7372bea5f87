package peekbench.run;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.plan.TrialPlan;
import peekbench.result.EpochMetrics;

/** A run as lines of the log. */
public final class LoggedProgress implements RunListener {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedProgress.class);

    @Override
    public void started(TrialPlan plan) {
        LOG.info("{} begins", plan.id());
    }

    @Override
    public void epoch(TrialPlan plan, EpochMetrics metrics, int epochs) {
        LOG.info("{}: {}", plan.id(), EpochText.of(metrics, epochs));
    }

    @Override
    public void phase(TrialPlan plan, String what, double share, String detail) {
        LOG.info("{} ({} %): {} {}", plan.id(), Math.round(100 * share), what, detail);
    }

    @Override
    public void finished(TrialPlan plan, Optional<String> failure) {
        LOG.info("{} {}", plan.id(), failure.map(error -> "failed").orElse("is done"));
    }
}
