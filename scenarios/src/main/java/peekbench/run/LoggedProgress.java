package peekbench.run;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.event.Event;
import peekbench.event.TrialEvent;
import peekbench.event.TrialEventText;

/** A run as lines of the log. */
public final class LoggedProgress implements RunListener {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedProgress.class);

    @Override
    public void event(Event event) {
        if (event instanceof TrialEvent trial) {
            LOG.info("{} ({} %): {}", trial.trial(), Math.round(100 * trial.share()), TrialEventText.of(trial));
        }
    }
}
