package peekbench.engine;

import java.util.Optional;
import peekbench.event.EventJson;
import peekbench.event.TrialEvent;
import peekbench.result.StoredTrial;

/** The events that end a trial. */
final class TrialEnds {
    private TrialEnds() {}

    /** Of a trial that was stored, completed or failed. */
    static TrialEvent of(String id, StoredTrial stored) {
        return stored.info()
                .errorSummary()
                .<TrialEvent>map(error -> failed(id, 1, error))
                .orElseGet(() -> new TrialEvent.Done(
                        EventJson.now(), id, 1, stored.folder().toString()));
    }

    static TrialEvent failed(String id, double share, String error) {
        return new TrialEvent.Failed(EventJson.now(), id, share, error, Optional.empty(), false);
    }

    static TrialEvent stopped(String id, double share) {
        return new TrialEvent.Stopped(EventJson.now(), id, share);
    }
}
