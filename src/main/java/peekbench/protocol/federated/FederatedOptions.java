package peekbench.protocol.federated;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import peekbench.threat.defense.DefensePlace;
import peekbench.training.CommunicationCost;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainingOptions;

/** Options of a protocol in which an aggregator gets updates of the whole network from clients. */
interface FederatedOptions extends ProtocolOptions {
    /** Nothing crosses the cut while clients train. */
    @Override
    default String privacyCovers() {
        return "one record of one client with its label, against everybody who sees that client's updates or weights made of them: the"
                + " whole network, since clients train all of its layers and send nothing else";
    }

    @Override
    default Set<DefensePlace> defensePlaces() {
        return EnumSet.complementOf(EnumSet.of(DefensePlace.GRADIENT, DefensePlace.RETURNED_GRADIENT));
    }

    @Override
    default Optional<String> reasonAgainstSums() {
        return clients() > 1
                ? Optional.empty()
                : Optional.of("its " + clients() + " client's update would be the sum itself; use at least 2 clients");
    }

    /** Federated averaging by another method, with all its options. */
    interface OfAveraging extends FederatedOptions {
        FederatedAveraging averaging();

        @Override
        default int clients() {
            return averaging().clients();
        }

        @Override
        default boolean needsFullBatches() {
            return averaging().needsFullBatches();
        }

        @Override
        default int recordsAStep(int records, TrainingOptions training) {
            return averaging().recordsAStep(records, training);
        }

        @Override
        default OptionalDouble expectedNumbers(CommunicationCost cost) {
            return averaging().expectedNumbers(cost);
        }
    }
}
