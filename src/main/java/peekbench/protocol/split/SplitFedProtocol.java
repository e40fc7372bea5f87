package peekbench.protocol.split;

import java.util.List;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.ServerLearning;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.party.SplitAssembly;
import peekbench.protocol.party.SplitClient;
import peekbench.protocol.party.SplitProtocol;
import peekbench.protocol.party.SplitRun;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.weights.AveragedWeights;
import peekbench.protocol.weights.AveragingParty;
import peekbench.protocol.weights.DefendedWeights;
import peekbench.protocol.weights.IncomingUpdates;
import peekbench.protocol.weights.RoundAverage;
import peekbench.training.TrainingSetup;

/**
 * Runs {@link SplitFed}: clients' ends of the cut are those of {@link VanillaSplitProtocol}; the server's end is that of {@link
 * FederatedSplitProtocol} in the first version, of vanilla split learning in the second.
 */
final class SplitFedProtocol implements SplitProtocol {
    private final SplitFed options;

    SplitFedProtocol(SplitFed options) {
        this.options = options;
    }

    @Override
    public SplitRun run(TrainingSetup setup) {
        PartyFactory parties = new PartyFactory(setup);
        boolean first = options.version() == SplitFed.Version.FIRST;
        ClientOrder order = first ? ClientOrder.ROUND_ROBIN_BY_EPOCH : ClientOrder.RANDOM_BY_EPOCH;
        SplitAssembly assembly = new SplitAssembly(
                parties,
                ClientTurns.keepingOwn(options.clients(), TestedClient.AVERAGE, options.participation()),
                parties.schedule(options.clients(), order),
                own -> new SplitClient(
                        own.with(DefendedWeights.of(new AveragedWeights(), own.defenses())),
                        new VanillaSplitProtocol.Client()));
        List<Learner> backs = FederatedSplitProtocol.pairs(parties, first ? options.clients() : 1);
        ServerLearning learning = assembly.serverLearning();
        assembly.join(
                first
                        ? new FederatedSplitProtocol.Server(backs, learning)
                        : new VanillaSplitProtocol.Server(backs.get(0), learning, false),
                backs);
        Learner average = parties.learner(parties.fronts());
        assembly.join(
                new AveragingParty(
                        average, new IncomingUpdates(options.clients(), average.size()), RoundAverage::byRecords),
                List.of(average));
        return assembly.run(
                SplitRun.Turns.inOrder(assembly.schedule()), assembly.averaged(backs.get(0)::segment, average::state));
    }
}
