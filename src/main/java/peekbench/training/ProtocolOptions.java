package peekbench.training;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apiguardian.api.API;
import peekbench.threat.defense.DefensePlace;
import peekbench.threat.view.AdversaryView;

/** A self-checking record of a protocol's options; see the protocol registry. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface ProtocolOptions {
    Protocol create();

    /** Into how many parts the victims' records are dealt. */
    int clients();

    /** Whether clients cut their records into batches of the training's size, so that none may have fewer. */
    default boolean needsFullBatches() {
        return true;
    }

    /** How many records a client takes for one step when it has so many. */
    default int recordsAStep(int records, TrainingOptions training) {
        return Math.min(records, training.batchSize());
    }

    /** The fewest records of a batch from which parties learn anything: 2 where a loss compares them with each other. */
    default int smallestBatch() {
        return 1;
    }

    /** Whether parties learn from classes, so that there must be some. */
    default boolean needsClasses() {
        return false;
    }

    /** What the published formulas say that an epoch or round sends, in numbers; empty where there is no formula. */
    default OptionalDouble expectedNumbers(CommunicationCost cost) {
        return OptionalDouble.empty();
    }

    /** How many epochs or rounds are reported when nothing stops training early. */
    default int epochs(TrainingOptions training) {
        return training.epochs();
    }

    /** Who sees something of this protocol, by the classes of their views. */
    default Set<Class<? extends AdversaryView>> roles() {
        return create().onlookers().roles();
    }

    /** What clients have of each other. */
    default Peers peers() {
        return Peers.of(clients(), true);
    }

    /** {@link #roles} and those that clients may take towards each other. */
    default Set<Class<? extends AdversaryView>> rolesWithPeers() {
        Set<Class<? extends AdversaryView>> all = new HashSet<>(roles());
        all.addAll(peers().roles());
        return Set.copyOf(all);
    }

    /** A short name with what tells it from its like, for tables: {@code vanilla split, 10 clients}. */
    String label();

    /**
     * Why no defense can be applied while this protocol trains, and what to use in its place, as the end of a sentence: a
     * protocol that gives one is trained without a defense only. Most give none.
     */
    default Optional<String> reasonAgainstDefenses() {
        return Optional.empty();
    }

    /** Where defenses step in while this protocol trains; elsewhere one would have no effect. Most protocols have all. */
    default Set<DefensePlace> defensePlaces() {
        return EnumSet.allOf(DefensePlace.class);
    }

    /**
     * What an ε covers that comes of clipped and noisy gradients of clients' own layers: whose records, against whom, which layers and
     * messages, whether labels. A sentence that goes on from "it covers". Here, as in protocols that cut the network: the layers
     * up to the cut and nothing else.
     */
    default String privacyCovers() {
        return "one record of one client, as far as weights and gradients of that client's layers up to the cut tell of it, given"
                + " what the server sent; neither the smashed data nor the labels that are sent for each record, nor the layers"
                + " behind the cut, which learn from both without noise";
    }

    /**
     * Why a defense cannot hide updates in their sum here, and what to do about it, as the end of a sentence; empty where an
     * aggregator adds up the updates of at least two clients.
     */
    default Optional<String> reasonAgainstSums() {
        return Optional.of(
                "no aggregator adds up updates of whole networks in it; use federated-sgd, federated-averaging or"
                        + " synchronous-sgd");
    }
}
