package peekbench.metric;

/**
 * A confidence interval.
 *
 * @param low lower end
 * @param high upper end
 * @param level confidence, for example .95
 */
public record Interval(double low, double high, double level) {}
