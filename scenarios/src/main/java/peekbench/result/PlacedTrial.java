package peekbench.result;

import org.apiguardian.api.API;

/**
 * Where a wanted trial is, or will be.
 *
 * @param key as it is stored: as the plan names it, or in a seed group of another name where that one belongs to other settings
 * @param complete whether it is there already
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record PlacedTrial(TrialKey key, boolean complete) {}
