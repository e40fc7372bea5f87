package peekbench.training;

/**
 * Floating-point operations of training, a multiplication and an addition counted as two. Left out are those of optimisers,
 * losses, defenses and tests.
 *
 * @param clients of all clients together
 * @param server of the server, and of relays
 */
public record Flops(long clients, long server) {
    /** This and what others computed. */
    public Flops plus(Flops other) {
        return new Flops(clients + other.clients, server + other.server);
    }
}
