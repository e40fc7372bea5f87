package peekbench.result;

import org.apiguardian.api.API;

/**
 * A trial that a plan wants in a result folder.
 *
 * @param key as the plan names it
 * @param work what it is
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record WantedTrial(TrialKey key, TrialWork work) {}
