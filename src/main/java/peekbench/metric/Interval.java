package peekbench.metric;

import org.apiguardian.api.API;

/**
 * A confidence interval.
 *
 * @param low lower end
 * @param high upper end
 * @param level confidence, for example .95
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Interval(double low, double high, double level) {}
