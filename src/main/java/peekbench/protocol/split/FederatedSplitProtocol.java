package peekbench.protocol.split;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.ModelState;
import peekbench.channel.Outbox;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.SegmentPool;
import peekbench.protocol.engine.ServerLearning;
import peekbench.protocol.engine.UnexpectedMessage;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.party.SplitAssembly;
import peekbench.protocol.party.SplitProtocol;
import peekbench.protocol.party.SplitRun;
import peekbench.protocol.weights.ModelAverage;
import peekbench.training.TrainingSetup;

/** Runs {@link FederatedSplit}: clients' ends of the cut are those of {@link VanillaSplitProtocol}, the server's is its own. */
final class FederatedSplitProtocol implements SplitProtocol {
    private final FederatedSplit options;

    FederatedSplitProtocol(FederatedSplit options) {
        this.options = options;
    }

    /**
     * As many server segments as clients, each trained with its own client only and all averaged at the end of an epoch,
     * weighted by the records that they learned from (Turina et al. 2020, section 2; SplitFed's first version, Thapa et al.
     * 2022, Algorithm 1). Each segment keeps its optimiser's memory.
     */
    static final class Server implements Party {
        private final List<Learner> learners;
        private final ServerLearning learning;
        private final SortedMap<Integer, Integer> records = new TreeMap<>();
        private Learner working;

        /**
         * @param learners one a client
         */
        Server(List<Learner> learners, ServerLearning learning) {
            this.learners = List.copyOf(learners);
            this.learning = learning;
            this.working = learners.get(0);
        }

        @Override
        public PartyId id() {
            return PartyId.SERVER;
        }

        @Override
        public void receive(Envelope envelope, Outbox outbox) {
            Message message = envelope.message();
            if (message instanceof Message.SmashedData data) {
                learning.incoming().check(this, envelope, data.smashed(), data.targets());
                int client = envelope.from().number();
                workOn(learners.get(client));
                records.merge(client, Math.toIntExact(data.targets().size(0)), Integer::sum);
                outbox.send(
                        envelope.from(),
                        new Message.CutGradient(data.batch(), learning.step(working, data.smashed(), data.targets())));
            } else if (message instanceof Message.InferenceData data) {
                workOn(learners.get(Math.min(envelope.from().number(), learners.size() - 1)));
                outbox.send(envelope.from(), new Message.Prediction(working.predict(data.smashed())));
            } else if (message instanceof Message.EpochBegins begins) {
                records.clear();
                learners.forEach(learner -> learner.begin(begins.epoch()));
            } else if (message instanceof Message.EpochEnds) {
                working.rest();
                average();
            } else {
                throw UnexpectedMessage.at(this, envelope);
            }
        }

        private void workOn(Learner next) {
            if (next != working) {
                working.rest();
                working = next;
            }
        }

        private void average() {
            ModelAverage sum = new ModelAverage(learners.get(0).state());
            records.forEach((client, weight) -> sum.add(learners.get(client).state(), weight));
            if (!sum.isEmpty()) {
                ModelState average = sum.average();
                learners.forEach(learner -> learner.adopt(average));
            }
        }
    }

    @Override
    public SplitRun run(TrainingSetup setup) {
        PartyFactory parties = new PartyFactory(setup);
        SplitAssembly assembly =
                VanillaSplitProtocol.ownFronts(parties, options.clients(), options.tested(), options.participation());
        List<Learner> backs = pairs(parties, options.clients());
        assembly.join(new Server(backs, assembly.serverLearning()), backs);
        return assembly.run(backs.get(0)::segment);
    }

    /** A server segment for each client. */
    static List<Learner> pairs(PartyFactory parties, int clients) {
        SegmentPool pool = parties.backs();
        return IntStream.range(0, clients)
                .mapToObj(client -> parties.learner(pool))
                .toList();
    }
}
