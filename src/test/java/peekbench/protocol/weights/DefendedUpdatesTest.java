package peekbench.protocol.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static peekbench.nn.ArrayBits.bits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.Partition;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.nn.Optimizer;
import peekbench.nn.array.Precision;
import peekbench.nn.model.LipidNetwork;
import peekbench.protocol.federated.FedNova;
import peekbench.protocol.federated.FedProx;
import peekbench.protocol.federated.FederatedAveraging;
import peekbench.protocol.federated.Scaffold;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.split.FederatedSplit;
import peekbench.protocol.split.ParallelSplit;
import peekbench.protocol.split.SplitFed;
import peekbench.protocol.split.VanillaSplit;
import peekbench.seed.Seed;
import peekbench.threat.defense.Defense;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.LossTerm;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingSetup;

/** What hooks on updates and on labelled gradients are given, in whole trainings. */
class DefendedUpdatesTest {
    private static final Dataset TABLE = DataCatalogue.embedded("lipids");
    private static final FederatedAveraging AVERAGING =
            new FederatedAveraging(2, 1, LocalBatches.MINI_BATCHES, Participation.ALL);
    private static final Defense NONE = context -> new DefenseHooks() {};
    private static final Defense STANDSTILL = context -> new DefenseHooks() {
        @Override
        public INDArray filterUpdate(INDArray update) {
            return update.mul(0);
        }
    };

    @Test
    void clientsWhoseUpdatesAreEmptiedNeverMoveTheAverage() {
        List<ProtocolOptions> averaging = List.of(
                new SplitFed(2, SplitFed.Version.FIRST, Participation.ALL),
                AVERAGING,
                new FedProx(AVERAGING, .1),
                new Scaffold(AVERAGING),
                new FedNova(AVERAGING));
        for (ProtocolOptions protocol : averaging) {
            INDArray start = front(protocol, NONE, 0);
            assertThat(bits(front(protocol, STANDSTILL, 2))).isEqualTo(bits(start));
            assertThat(bits(front(protocol, NONE, 2))).isNotEqualTo(bits(start));
        }
    }

    /** What clients tell of their control variates would give their gradients away. */
    @Test
    void controlVariatesPassTheirDefensesAsUpdates() {
        List<INDArray> updates = new ArrayList<>();
        front(AVERAGING, recording(updates), 2);
        int averaging = updates.size();
        updates.clear();
        front(new Scaffold(AVERAGING), recording(updates), 2);
        assertThat(updates).hasSize(2 * averaging);
    }

    @Test
    void updatesOfAllTurnsAddUpToTheWeightsWhereverTheyWait() {
        for (WeightsTransfer transfer : List.of(WeightsTransfer.SERVER, WeightsTransfer.ENCRYPTED_AT_THIRD_PARTY)) {
            List<INDArray> updates = new ArrayList<>();
            ProtocolOptions protocol = new VanillaSplit(new ClientTurns(
                    2,
                    ClientOrder.ROUND_ROBIN_BY_BATCH,
                    HandOver.WEIGHTS_ONLY,
                    transfer,
                    TestedClient.LAST,
                    Participation.ALL));
            INDArray end = front(protocol, recording(updates), 2);
            INDArray sum = front(protocol, NONE, 0).dup();
            updates.forEach(sum::addi);
            assertThat(updates).hasSize(8);
            assertThat(end.sub(sum).amaxNumber().doubleValue()).isLessThan(1e-5);
            assertThat(bits(end)).isEqualTo(bits(front(protocol, NONE, 2)));
        }
    }

    private static Defense recording(List<INDArray> updates) {
        return context -> new DefenseHooks() {
            @Override
            public INDArray filterUpdate(INDArray update) {
                updates.add(update);
                return update;
            }
        };
    }

    @Test
    void whoeverHasLabelsFiltersItsGradientsWithThem() {
        List<List<Long>> shapes = new ArrayList<>();
        List<String> parties = new ArrayList<>();
        Defense watching = context -> new DefenseHooks() {
            @Override
            public INDArray filterGradient(INDArray gradient, INDArray targets) {
                parties.add(context.party());
                shapes.add(List.of(gradient.size(0), targets.size(0), targets.size(1)));
                return gradient;
            }
        };
        front(new VanillaSplit(2, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WEIGHTS_ONLY), watching, 1);
        assertThat(parties).hasSize(4).containsOnly("server");
        assertThat(shapes).containsOnly(List.of(16L, 16L, 1L));
    }

    /** One batch a client and one epoch: what the server computes from it is the same, what the client adds is not. */
    @Test
    void aTermOfTheLossStaysWithItsClientWhereAllSendAtOnce() {
        Defense term = context -> new DefenseHooks() {
            @Override
            public Optional<LossTerm> addToLoss(INDArray input, INDArray smashed) {
                return Optional.of(new LossTerm(1, smashed.mul(.01)));
            }
        };
        for (ProtocolOptions protocol : List.of(
                new ParallelSplit(4, TestedClient.AVERAGE, Participation.ALL),
                new FederatedSplit(4, TestedClient.AVERAGE, Participation.ALL),
                new SplitFed(4, SplitFed.Version.FIRST, Participation.ALL))) {
            TrainedNetwork with = train(protocol, term, 1);
            TrainedNetwork without = train(protocol, NONE, 1);
            assertThat(bits(with.server().parameters()))
                    .as(protocol.label())
                    .isEqualTo(bits(without.server().parameters()));
            assertThat(bits(with.client().parameters()))
                    .isNotEqualTo(bits(without.client().parameters()));
        }
    }

    private static INDArray front(ProtocolOptions protocol, Defense defense, int epochs) {
        return train(protocol, defense, epochs).client().parameters();
    }

    private static TrainedNetwork train(ProtocolOptions protocol, Defense defense, int epochs) {
        Seed seed = Seed.of(11);
        TrainingSetup setup = new TrainingSetup(
                new LipidNetwork(List.of(16)).architecture(TABLE.exampleShape(), 1),
                "relu1",
                TABLE,
                IndexSets.draw(TABLE, new IndexSets.Sizes(64, 20, 0, 0), seed),
                new Partition.Iid(),
                new TrainingOptions(epochs, 16, new Optimizer.Sgd(.01, 0, 0)),
                List.of(defense),
                Precision.FLOAT32,
                seed);
        return protocol.create().train(setup, TrainingObserver.silent());
    }
}
