package peekbench.protocol.ensemble;

import com.google.auto.service.AutoService;
import java.util.Set;
import peekbench.problem.Problems;
import peekbench.protocol.schedule.Numbers;
import peekbench.protocol.split.VanillaSplit;
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
 * An ensemble of networks of one architecture, trained at once by vanilla split learning: in its turn a client sends the
 * smashed data of every member for the same batches and gets every member's gradient. Members differ in their initial
 * weights, drawn from the seed's children {@code member-0}, {@code member-1} and so on, and in what defenses draw; each
 * learns exactly what it would have learned alone.
 *
 * <p>A test record gets the class that most members predict, the one of the smallest number where several have as many
 * votes; the test loss is that of the mean of the members' outputs, which is also what {@link
 * peekbench.training.TrainedNetwork#predict} gives and, for regression, the prediction. The training loss is the mean of the members'. The server sees the smashed
 * data of all members, flattened and joined to {@code [N, F_1 + … + F_m]}; its own layers, as attacks see them, are those
 * of all members side by side with the mean of their outputs behind.
 *
 * <p>Deviations: members' batches are separate messages of one turn, not one message; the paper's members may differ in
 * their architecture too.
 *
 * @param split how each member is trained
 * @param members how many networks, m
 */
@Paper(
        authors = "Gupta, Raskar",
        title = "Distributed learning of deep neural network over multiple agents",
        year = 2018,
        venue = "Journal of Network and Computer Applications 116",
        section = "6")
@Name("ensemble-split")
@Summary("Clients in turn send the smashed data of several networks, which vote; the server sees all")
@Sees(role = "server", what = "smashed data of every batch from each of the nets, and the labels")
public record EnsembleSplit(
        @Inlined VanillaSplit split,

        @Summary("how many networks, at least 2") int members) implements ProtocolOptions {
    public EnsembleSplit {
        Problems problems = new Problems();
        problems.atLeast("members", members, 2);
        if (split.turns().tested().isEveryone()) {
            problems.add(
                    "tested",
                    "is " + split.turns().tested().key()
                            + ", but the members of an ensemble vote with one client's layers; use last or average.");
        }
        problems.throwIfAny();
    }

    @Override
    public Protocol create() {
        return new EnsembleSplitProtocol(this);
    }

    @Override
    public int clients() {
        return split.clients();
    }

    @Override
    public Peers peers() {
        return split.peers();
    }

    @Override
    public String privacyCovers() {
        return split.privacyCovers() + "; that of all members together";
    }

    @Override
    public Set<DefensePlace> defensePlaces() {
        return split.defensePlaces();
    }

    @Override
    public String label() {
        return "ensemble of " + members + ", " + Numbers.clients(clients())
                + split.turns().label();
    }

    /** Puts it into the catalogue. */
    @AutoService(ProtocolProvider.class)
    public record Provider() implements ProtocolProvider {}
}
