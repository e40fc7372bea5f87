package peekbench.protocol.split;

import com.google.auto.service.AutoService;
import java.util.Set;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.schedule.Numbers;
import peekbench.registry.Inlined;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Sees;
import peekbench.registry.Summary;
import peekbench.threat.defense.DefensePlace;
import peekbench.training.Peers;
import peekbench.training.Protocol;
import peekbench.training.ProtocolOptions;
import peekbench.training.ProtocolProvider;

/**
 * Split learning without label propagation, also called U-shaped: the network is wrapped around, so clients hold its first
 * and its last layers and labels never leave them; the server holds the middle. Clients take turns and hand on both parts'
 * weights.
 *
 * @param turns who the clients are and how they take turns
 * @param head the cut behind which the clients' last layers begin
 */
@Paper(
        authors = "Gupta, Raskar",
        title = "Distributed learning of deep neural network over multiple agents",
        year = 2018,
        venue = "Journal of Network and Computer Applications 116",
        section = "3.6, Figure 2b")
@Name("wrap-around")
@Summary("Clients hold first and last layers; the server sees smashed data and no labels")
@Sees(role = "server", what = "smashed data and the gradients of what it sent to the last layers, and no labels")
@Sees(role = "next client", what = "the weights of the client before it")
public record WrapAround(
        @Inlined ClientTurns turns,

        @Summary("the cut behind which the clients' last layers begin")
        String head) implements ProtocolOptions {

    @Override
    public int clients() {
        return turns.clients();
    }

    @Override
    public Protocol create() {
        return new WrapAroundProtocol(this);
    }

    @Override
    public Peers peers() {
        return Peers.of(clients(), turns.handsOn());
    }

    @Override
    public String privacyCovers() {
        return "one record of one client, as far as weights and gradients of that client's layers up to the cut tell of it, given"
                + " what the server sent; neither the smashed data nor the gradients that clients send, which labels go into, nor the"
                + " client's last layers and those of the server, which learn without noise";
    }

    @Override
    public Set<DefensePlace> defensePlaces() {
        return turns.defensePlaces();
    }

    @Override
    public String label() {
        return "wrap-around, " + Numbers.clients(clients()) + turns.label();
    }

    /** Puts it into the catalogue. */
    @AutoService(ProtocolProvider.class)
    public record Provider() implements ProtocolProvider {}
}
