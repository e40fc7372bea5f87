package peekbench.ui.service.run;

import java.time.Duration;
import java.util.Optional;
import peekbench.journal.TrialState;

/**
 * A trial of a run.
 *
 * @param state how far it is
 * @param left how long it goes on; empty where that cannot be said
 */
public record FollowedTrial(TrialState state, Optional<Duration> left) {}
