package peekbench.data.table;

/**
 * What the numbers of a column have in common.
 *
 * @param count how many there are
 * @param mean of them
 * @param deviation the standard deviation, with {@code n - 1}
 * @param smallest of them
 * @param largest of them
 */
public record NumberSummary(long count, double mean, double deviation, double smallest, double largest) {}
