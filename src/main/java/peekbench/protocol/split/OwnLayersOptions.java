package peekbench.protocol.split;

import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import peekbench.threat.defense.DefensePlace;
import peekbench.training.CommunicationCost;
import peekbench.training.Peers;
import peekbench.training.ProtocolOptions;

/** Options of a protocol in which each client keeps its own layers in front of the server's. */
interface OwnLayersOptions extends ProtocolOptions {
    @Override
    default Peers peers() {
        return Peers.of(clients(), false);
    }

    @Override
    default OptionalDouble expectedNumbers(CommunicationCost cost) {
        return OptionalDouble.of(cost.splitWithoutSharing());
    }

    /** Clients' weights never leave them. */
    @Override
    default Set<DefensePlace> defensePlaces() {
        return EnumSet.complementOf(EnumSet.of(DefensePlace.UPDATE));
    }
}
