package peekbench.plan.estimate;

import org.apiguardian.api.API;

/**
 * What one trial will take.
 *
 * @param seconds on the clock
 * @param diskBytes in the result folder
 * @param memoryBytes of the machine's memory, while it runs
 * @param source what the seconds are from
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record TrialEstimate(Span seconds, long diskBytes, long memoryBytes, EstimateSource source) {}
