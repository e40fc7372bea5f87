package peekbench.protocol.whole;

import com.google.auto.service.AutoService;
import java.util.EnumSet;
import java.util.Set;
import peekbench.problem.Problems;
import peekbench.protocol.schedule.Numbers;
import peekbench.registry.Default;
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
 * Sanitized training: clients send all their records once, as a privacy-preserving layer leaves them, and the server trains
 * the whole network on what it got. What the layer does is a defense that sanitizes inputs; without one, clients send their
 * records as they are.
 *
 * <p>Smashed data are the sanitized inputs, so the scenario's cut plays no part.
 *
 * @param clients how many parties hold data
 * @param share of each client's records that it sends, in (0, 1]
 */
@Paper(
        authors = "Lee, Lee, Jun, Kim, Yoo",
        title = "Triad of Split Learning: Privacy, Accuracy, and Performance",
        year = 2021,
        venue = "ICTC",
        section = "III")
@Name("sanitized-training")
@Summary("Clients send sanitized records once; the server sees them with their labels")
@Sees(role = "server", what = "sanitized inputs and labels of every record, and the whole network")
public record SanitizedTraining(
        @Summary("how many parties hold data") int clients,

        @Default("1") @Summary("share of each client's records that it sends")
        double share)
        implements ProtocolOptions {
    public SanitizedTraining {
        Problems problems = new Problems();
        problems.atLeast("clients", clients, 1);
        problems.positive("share", share);
        problems.inRange("share", share, 0, 1);
        problems.throwIfAny();
    }

    @Override
    public Protocol create() {
        return new SanitizedTrainingProtocol(this);
    }

    /** Clients have no layers but those of their defenses. */
    @Override
    public Peers peers() {
        return Peers.of(clients, false);
    }

    @Override
    public boolean needsFullBatches() {
        return false;
    }

    /** Clients have no layers that could learn. */
    @Override
    public Set<DefensePlace> defensePlaces() {
        return EnumSet.of(DefensePlace.INPUT, DefensePlace.SMASHED_DATA);
    }

    @Override
    public String label() {
        return "sanitized training, " + Numbers.clients(clients)
                + (share == 1 ? "" : ", " + Numbers.percent(share) + " of the records");
    }

    /** Puts it into the catalogue. */
    @AutoService(ProtocolProvider.class)
    public record Provider() implements ProtocolProvider {}
}
