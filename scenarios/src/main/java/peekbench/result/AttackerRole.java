package peekbench.result;

import org.apiguardian.api.API;

/**
 * Who mounted an attack, and what came before its eyes.
 *
 * @param attack whose, as in scores
 * @param role a noun with its article: {@code a curious server}
 * @param sees what it saw of the others' data
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record AttackerRole(String attack, String role, String sees) {}
