package peekbench.result.provenance;

import org.apiguardian.api.API;

/**
 * One of the disjoint sets of records that a trial drew.
 *
 * @param name {@code victim-train}, {@code victim-test}, {@code attacker-auxiliary} or {@code attacker-validation},
 *     the last two also {@code … of notmnist} where they are of another data set than the victims'
 * @param size number of records
 * @param sha256 of the indices, in hexadecimal
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record IndexSetInfo(String name, int size, String sha256) {}
