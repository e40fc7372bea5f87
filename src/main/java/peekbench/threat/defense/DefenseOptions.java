package peekbench.threat.defense;

import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import peekbench.nn.CutArchitecture;

/** A self-checking record of a defense's options; see the defense registry. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface DefenseOptions {
    Defense create();

    /** Where it steps in: a protocol that lacks one of these places is not trained with it. */
    default Set<DefensePlace> places() {
        return Set.of();
    }

    /**
     * The network that is trained in place of the given one, for a defense that is made of layers; most leave it alone.
     *
     * @throws peekbench.problem.ConfigurationException when the network cannot be changed so
     */
    default CutArchitecture reshape(CutArchitecture network) {
        return network;
    }

    /** What all defenses of an arm make of a network, one after the other. */
    static CutArchitecture reshape(CutArchitecture network, List<DefenseOptions> arm) {
        CutArchitecture result = network;
        for (DefenseOptions defense : arm) {
            result = defense.reshape(result);
        }
        return result;
    }

    /** Whether it protects nothing but updates that an aggregator adds up. */
    default boolean needsSums() {
        return false;
    }

    /**
     * The fewest records of a client's batch to which it does anything: 2 where its loss compares them with each other, so that a
     * batch of one record is trained on as without it. Most need no more than one.
     */
    default int smallestBatch() {
        return 1;
    }

    /** A short name with the strength, for tables and legends: {@code NoPeek CE + 2·dCor}. */
    String label();
}
