package peekbench.query;

import org.apiguardian.api.API;
import peekbench.evaluation.Subject;
import peekbench.report.estimate.Estimate;

/**
 * What to read a figure by.
 *
 * @param arm in whose trials it was taken; those that no defense touches are the same in all
 * @param subject floor, reference or ceiling
 * @param estimate over the seeds of that arm
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Bound(ArmRow.Key arm, Subject subject, Estimate estimate) {}
