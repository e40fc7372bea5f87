package peekbench.protocol;

import java.util.Collection;

/**
 * Floating-point operations of training, a multiplication and an addition counted as two. Left out are those of optimisers,
 * losses, defenses and tests.
 *
 * @param clients of all clients together
 * @param server of the server, and of relays
 */
public record Flops(long clients, long server) {
    /** What learners computed since they were last asked. */
    static Flops take(Collection<Learner> clients, Collection<Learner> server) {
        return new Flops(sum(clients), sum(server));
    }

    /** This and what others computed. */
    Flops plus(Flops other) {
        return new Flops(clients + other.clients, server + other.server);
    }

    private static long sum(Collection<Learner> learners) {
        return learners.stream().mapToLong(Learner::takeFlops).sum();
    }
}
