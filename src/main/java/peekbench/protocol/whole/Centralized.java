package peekbench.protocol.whole;

import com.google.auto.service.AutoService;
import java.util.Optional;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Sees;
import peekbench.registry.Summary;
import peekbench.training.Peers;
import peekbench.training.Protocol;
import peekbench.training.ProtocolOptions;
import peekbench.training.ProtocolProvider;

/**
 * Regular training: one party holds all records and the whole network. Nothing is sent while it trains; afterwards the
 * network is deployed split at the cut, so that the same attacks can be mounted on it. Defenses are refused: a table
 * would call a network defended that was trained without.
 *
 * @param orderOfClients takes the mini-batches in the order in which that many clients would take turns; 1 shuffles all
 *     records together
 */
@Name("centralized")
@Summary("Regular training by one party; the server sees nothing until the network is deployed")
@Sees(
        role = "one party",
        what =
                "everything, and nobody else sees anything; cut after training, the server sees smashed data of records to predict")
public record Centralized(
        @Default("1") @Summary("batches in the order in which that many clients would take turns")
        int orderOfClients) implements ProtocolOptions {
    public Centralized {
        Problems problems = new Problems();
        problems.atLeast("order-of-clients", orderOfClients, 1);
        problems.throwIfAny();
    }

    @Override
    public Protocol create() {
        return new CentralizedProtocol(this);
    }

    @Override
    public int clients() {
        return orderOfClients;
    }

    /** One party has all records, whatever order it takes them in. */
    @Override
    public Peers peers() {
        return Peers.NONE;
    }

    @Override
    public String label() {
        return "centralized";
    }

    @Override
    public Optional<String> reasonAgainstDefenses() {
        return Optional.of(
                "nothing is sent that they could protect; vanilla-split with 1 client trains alike and takes them");
    }

    /** Puts it into the catalogue. */
    @AutoService(ProtocolProvider.class)
    public record Provider() implements ProtocolProvider {}
}
