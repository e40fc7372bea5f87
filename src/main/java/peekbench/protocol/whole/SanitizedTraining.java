package peekbench.protocol.whole;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import peekbench.nn.array.Shape;
import peekbench.problem.Problems;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.TrainingLoop;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.party.SplitAssembly;
import peekbench.protocol.party.SplitCast;
import peekbench.protocol.party.SplitRun;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.protocol.schedule.BatchSource;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.Numbers;
import peekbench.protocol.schedule.Participation;
import peekbench.registry.Default;
import peekbench.registry.Paper;
import peekbench.registry.Sees;
import peekbench.registry.Summary;
import peekbench.threat.defense.DefensePlace;
import peekbench.training.Peers;
import peekbench.training.Protocol;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingSetup;

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
@Summary("clients send sanitized records once; the server trains the whole network on them")
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
        return (setup, observer) -> train(setup, observer);
    }

    /** Clients have no layers but those of their defenses. */
    @Override
    public Peers peers() {
        return Peers.of(clients, false);
    }

    private TrainedNetwork train(TrainingSetup setup, TrainingObserver observer) {
        setup.refuseFrozenEpochs("sanitized-training", "clients get no gradients");
        PartyFactory parties = new PartyFactory(setup);
        Shape input = setup.architecture().input();
        List<BatchSource> uploads = parties.parts(clients).stream()
                .<BatchSource>map(records -> {
                    int count = Math.max(1, (int) Math.round(share * records.length));
                    return epoch -> List.of(Arrays.copyOf(records, count));
                })
                .toList();
        SplitAssembly assembly = new SplitAssembly(
                parties,
                parties.pool(List.of(), input),
                ClientTurns.keepingOwn(clients, TestedClient.LAST, Participation.ALL),
                new BatchSchedule(
                        uploads, ClientOrder.ROUND_ROBIN_BY_EPOCH, setup.seed().child("client-order")),
                SanitizedClient::new);
        Learner whole = parties.learner(parties.whole());
        assembly.join(
                new SanitizedServerParty(
                        whole,
                        assembly.serverLearning(input),
                        setup.training().batchSize(),
                        setup.seed().child("data-order")),
                List.of(whole));
        return new TrainingLoop(setup, new UploadOnceRun(assembly.cast(whole::segment))).train(observer);
    }

    /** Clients have one turn, before the server's first epoch. */
    private static final class UploadOnceRun extends SplitRun {
        UploadOnceRun(SplitCast cast) {
            super(cast);
        }

        @Override
        protected void train(int epoch, List<Integer> present) {
            if (epoch == 1) {
                schedule().turns(epoch, present).forEach(turn -> giveTurn(epoch, turn));
            }
        }
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
}
