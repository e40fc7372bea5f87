package peekbench.result.record;

/**
 * What an attack claims of a record or a client.
 *
 * @param attack who claims it
 * @param claim beside the truth
 */
public record StoredClaim<T>(String attack, T claim) {}
