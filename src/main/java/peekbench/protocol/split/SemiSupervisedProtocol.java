package peekbench.protocol.split;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.Envelope;
import peekbench.channel.Outbox;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.loss.LossAndGradient;
import peekbench.nn.loss.LossFunction;
import peekbench.nn.model.ReconstructionNetwork;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.SegmentPool;
import peekbench.protocol.party.BatchExchange;
import peekbench.protocol.party.ClientSetup;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.party.SplitAssembly;
import peekbench.protocol.party.SplitClient;
import peekbench.protocol.party.SplitProtocol;
import peekbench.protocol.party.SplitRun;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.protocol.schedule.LocalRecords;
import peekbench.protocol.schedule.ShuffledBatches;
import peekbench.seed.Seed;
import peekbench.training.TrainingSetup;

/** Runs {@link SemiSupervisedSplit}: the server's end of the cut is that of {@link VanillaSplitProtocol}. */
final class SemiSupervisedProtocol implements SplitProtocol {
    /** Of the clients' decoder: that of the attacker's smallest. */
    private static final ReconstructionNetwork.Width WIDTH = new ReconstructionNetwork.Width(16, 64);

    private final SemiSupervisedSplit options;

    SemiSupervisedProtocol(SemiSupervisedSplit options) {
        this.options = options;
    }

    /**
     * The end of a client whose layers are the encoder of an autoencoder of its own: to the server's gradient it adds that of its
     * decoder, and it trains on unlabelled batches alone (Gupta and Raskar 2018, Algorithm 3, equation 1).
     */
    private static final class Client implements BatchExchange {
        private final VanillaSplitProtocol.Client labelled = new VanillaSplitProtocol.Client();
        private final Learner decoder;
        private final double weight;
        private final PartlyLabelled batches;

        /**
         * @param weight alpha, of the autoencoder's gradient
         * @param batches which of them have labels
         */
        Client(Learner decoder, double weight, PartlyLabelled batches) {
            this.decoder = decoder;
            this.weight = weight;
            this.batches = batches;
        }

        @Override
        public boolean send(LocalRecords.Batch own, SplitClient client, Outbox outbox) {
            INDArray smashed = client.forward(own);
            if (weight != 0) {
                client.addToLoss(decoderStep(smashed, own.inputs()));
            }
            boolean shared = batches.isLabelled(client.batch());
            if (shared) {
                labelled.send(smashed, own, client, outbox);
            } else {
                client.learnAlone();
            }
            return shared;
        }

        private INDArray decoderStep(INDArray smashed, INDArray inputs) {
            LossAndGradient result = LossFunction.MEAN_SQUARED_ERROR.of(decoder.forward(smashed), inputs);
            return decoder.learn(result.gradient()).mul(weight);
        }

        @Override
        public boolean answer(Envelope envelope, SplitClient client, Outbox outbox) {
            return labelled.answer(envelope, client, outbox);
        }

        @Override
        public List<Learner> learners() {
            return List.of(decoder);
        }
    }

    @Override
    public SplitRun run(TrainingSetup setup) {
        PartyFactory parties = new PartyFactory(setup);
        List<PartlyLabelled> batches = batches(setup, parties);
        BatchSchedule schedule =
                new BatchSchedule(batches, options.order(), setup.seed().child("client-order"));
        SegmentPool decoders = decoders(setup, parties);
        SplitAssembly assembly =
                new SplitAssembly(parties, options.turns(), schedule, own -> client(parties, own, decoders, batches));
        Learner back = parties.learner(parties.backs());
        assembly.join(new VanillaSplitProtocol.Server(back, assembly.serverLearning(), false), List.of(back));
        return assembly.run(back::segment);
    }

    private SplitClient client(
            PartyFactory parties, ClientSetup own, SegmentPool decoders, List<PartlyLabelled> batches) {
        int number = own.id().number();
        return new SplitClient(
                own,
                number < batches.size()
                        ? new Client(parties.learner(decoders), options.weight(), batches.get(number))
                        : new VanillaSplitProtocol.Client());
    }

    private static SegmentPool decoders(TrainingSetup setup, PartyFactory parties) {
        Shape input = setup.architecture().input();
        List<NamedLayer> layers = ReconstructionNetwork.layers(WIDTH, parties.smashedShape(), input).stream()
                .map(layer -> new NamedLayer("decoder-" + layer.name(), layer.spec()))
                .toList();
        return parties.pool(layers, parties.smashedShape());
    }

    private List<PartlyLabelled> batches(TrainingSetup setup, PartyFactory parties) {
        List<int[]> parts = parties.parts(options.clients());
        Seed seed = setup.seed().child("data-order");
        int batchSize = setup.training().batchSize();
        return IntStream.range(0, parts.size())
                .mapToObj(client -> {
                    int[] records = parts.get(client);
                    int labels = Math.max(1, (int) Math.round(options.labelled() * records.length));
                    int last = options.unlabelled() ? records.length : labels;
                    return new PartlyLabelled(
                            new ShuffledBatches(
                                    Arrays.copyOf(records, labels), Math.min(batchSize, labels), client, seed),
                            new ShuffledBatches(
                                    Arrays.copyOfRange(records, labels, last),
                                    batchSize,
                                    client,
                                    seed.child("unlabelled")));
                })
                .toList();
    }
}
