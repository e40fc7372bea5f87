package peekbench.protocol.federated;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import peekbench.threat.defense.DefensePlace;
import peekbench.threat.view.AdversaryView;
import peekbench.training.ProtocolOptions;

/** Options of a protocol in which an aggregator gets updates of the whole network from clients. */
interface FederatedOptions extends ProtocolOptions {
    @Override
    default Set<Class<? extends AdversaryView>> roles() {
        return FederatedProtocol.roles(clients());
    }

    /** Nothing crosses the cut while clients train. */
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
}
