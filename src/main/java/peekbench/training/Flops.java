package peekbench.training;

import org.apiguardian.api.API;

/**
 * Floating-point operations of training, a multiplication and an addition counted as two. Left out are those of optimisers,
 * losses, defenses and tests.
 *
 * @param clients of all clients together
 * @param server of the server, and of relays
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Flops(long clients, long server) {
    /** This and what others computed. */
    public Flops plus(Flops other) {
        return new Flops(clients + other.clients, server + other.server);
    }
}
