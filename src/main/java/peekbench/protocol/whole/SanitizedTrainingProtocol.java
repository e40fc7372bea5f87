package peekbench.protocol.whole;

import java.util.Arrays;
import java.util.List;
import peekbench.nn.array.Shape;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.TrainingLoop;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.party.SplitAssembly;
import peekbench.protocol.party.SplitClient;
import peekbench.protocol.party.SplitRun;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.protocol.schedule.BatchSource;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.Participation;
import peekbench.training.Protocol;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingSetup;

/** Runs {@link SanitizedTraining}. */
final class SanitizedTrainingProtocol implements Protocol {
    private final SanitizedTraining options;

    SanitizedTrainingProtocol(SanitizedTraining options) {
        this.options = options;
    }

    @Override
    public TrainedNetwork train(TrainingSetup setup, TrainingObserver observer) {
        setup.refuseFrozenEpochs("sanitized-training", "clients get no gradients");
        PartyFactory parties = new PartyFactory(setup);
        Shape input = setup.architecture().input();
        SplitAssembly assembly = new SplitAssembly(
                parties,
                parties.pool(List.of(), input),
                ClientTurns.keepingOwn(options.clients(), TestedClient.LAST, Participation.ALL),
                new BatchSchedule(
                        uploads(parties),
                        ClientOrder.ROUND_ROBIN_BY_EPOCH,
                        setup.seed().child("client-order")),
                own -> new SplitClient(own, new SanitizedClient()));
        Learner whole = parties.learner(parties.whole());
        assembly.join(
                new SanitizedServerParty(
                        whole,
                        assembly.serverLearning(input),
                        setup.training().batchSize(),
                        setup.seed().child("data-order")),
                List.of(whole));
        SplitRun.Turns turns = SplitRun.Turns.inOrder(assembly.schedule());
        SplitRun run = assembly.run(
                (epoch, present, giver) -> turns.give(epoch, epoch == 1 ? present : List.of(), giver),
                assembly.deployed(client -> whole.segment()));
        return new TrainingLoop(setup, run).train(observer);
    }

    /** Clients have one batch of all that they send, and one turn, before the server's first epoch. */
    private List<BatchSource> uploads(PartyFactory parties) {
        return parties.parts(options.clients()).stream()
                .<BatchSource>map(records -> {
                    int count = Math.max(1, (int) Math.round(options.share() * records.length));
                    return epoch -> List.of(Arrays.copyOf(records, count));
                })
                .toList();
    }
}
