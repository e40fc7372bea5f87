package peekbench.protocol.split;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import peekbench.channel.PartyId;
import peekbench.problem.Problems;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.ServerLearning;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.party.LabelSharingClient;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.party.ServerParty;
import peekbench.protocol.party.SplitAssembly;
import peekbench.protocol.party.SplitCast;
import peekbench.protocol.party.SplitProtocol;
import peekbench.protocol.party.SplitRun;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.party.TurnTakingRun;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.Numbers;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.weights.AveragedWeights;
import peekbench.protocol.weights.AveragingParty;
import peekbench.protocol.weights.DefendedWeights;
import peekbench.protocol.weights.IncomingUpdates;
import peekbench.protocol.weights.RoundAverage;
import peekbench.registry.Default;
import peekbench.registry.Paper;
import peekbench.registry.Sees;
import peekbench.registry.Summary;
import peekbench.threat.view.AdversaryView;
import peekbench.training.CommunicationCost;
import peekbench.training.Protocol;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainingSetup;

/**
 * SplitFed: clients train like split learning's and an aggregator averages their layers after each epoch. In the first
 * version the server has a segment for each client and averages those as well; in the second it has one, which learns from
 * the clients one after the other in an order that is drawn anew each epoch.
 *
 * <p>Deviations: clients of the first version, which train side by side in the paper, are simulated one after the other,
 * which gives the same weights; each party keeps its optimiser's memory.
 *
 * @param clients how many parties hold data
 * @param version of the two
 * @param participation who takes part in an epoch
 */
@Paper(
        authors = "Thapa, Chamikara, Camtepe, Sun",
        title = "SplitFed: When Federated Learning Meets Split Learning",
        year = 2022,
        venue = "AAAI",
        section = "Algorithms 1 and 2")
@Summary("split learning whose clients are averaged after each epoch")
@Sees(role = "main server", what = "smashed data and labels of every client")
@Sees(role = "fed server", what = "the weights of every client's layers after each round")
public record SplitFed(
        @Summary("how many parties hold data") int clients,

        @Default("first") @Summary("first: a server segment a client, averaged; second: one that learns in turn")
        Version version,

        @Default("{}") @Summary("who takes part in an epoch")
        Participation participation)
        implements ProtocolOptions {
    /** The two versions of the paper. */
    public enum Version {
        /** A server segment for each client, averaged after each epoch. */
        FIRST,
        /** One server segment, which learns from one client after the other. */
        SECOND
    }

    public SplitFed {
        Problems problems = new Problems();
        problems.atLeast("clients", clients, 1);
        problems.throwIfAny();
    }

    @Override
    public Protocol create() {
        return (SplitProtocol) this::run;
    }

    @Override
    public Set<Class<? extends AdversaryView>> roles() {
        return SplitProtocol.roles();
    }

    private SplitRun run(TrainingSetup setup) {
        PartyFactory parties = new PartyFactory(setup);
        ClientOrder order = version == Version.FIRST ? ClientOrder.ROUND_ROBIN_BY_EPOCH : ClientOrder.RANDOM_BY_EPOCH;
        SplitAssembly assembly = new SplitAssembly(
                parties,
                ClientTurns.keepingOwn(clients, TestedClient.AVERAGE, participation),
                parties.schedule(clients, order),
                own -> new LabelSharingClient(
                        own.with(DefendedWeights.of(new AveragedWeights(), own.defenses())), PartyId.SERVER));
        List<Learner> backs = FederatedSplit.pairs(parties, version == Version.FIRST ? clients : 1);
        ServerLearning learning = assembly.serverLearning();
        assembly.join(
                version == Version.FIRST
                        ? new PairedServerParty(backs, learning)
                        : new ServerParty(backs.get(0), learning, false),
                backs);
        Learner average = parties.learner(parties.fronts());
        assembly.join(
                new AveragingParty(average, new IncomingUpdates(clients, average.size()), RoundAverage::byRecords),
                List.of(average));
        SplitCast cast = assembly.averaged(backs.get(0)::segment, average::state);
        return new TurnTakingRun(cast);
    }

    @Override
    public OptionalDouble expectedNumbers(CommunicationCost cost) {
        return OptionalDouble.of(cost.splitWithoutSharing() + cost.clientShare() * cost.federated());
    }

    @Override
    public String label() {
        return "SplitFed v" + (version == Version.FIRST ? 1 : 2) + ", " + Numbers.clients(clients)
                + participation.label();
    }
}
