package peekbench.result.record;

import org.apiguardian.api.API;

/**
 * What an attack claims of a record or a client.
 *
 * @param attack who claims it
 * @param claim beside the truth
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record StoredClaim<T>(String attack, T claim) {}
