package peekbench.protocol.federated;

import static org.assertj.core.api.Assertions.assertThat;
import static peekbench.protocol.TrainingFixture.MOMENTUM;
import static peekbench.protocol.TrainingFixture.PLAIN;
import static peekbench.protocol.TrainingFixture.bits;
import static peekbench.protocol.TrainingFixture.parameters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.Partition;
import peekbench.nn.Architecture;
import peekbench.nn.Optimizer;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.layer.Reshape;
import peekbench.protocol.TrainingFixture;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.split.SplitFed;
import peekbench.protocol.whole.Centralized;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingSetup;

@Tag("slow")
class FederatedIdentityTest {
    private static final TrainingFixture TRAINING =
            TrainingFixture.of(PLAIN, 2).records(96).float64();

    private static double distance(TrainedNetwork one, TrainedNetwork other) {
        INDArray difference = parameters(one).sub(parameters(other));
        return difference.amaxNumber().doubleValue();
    }

    /** The tolerance is 1e-6. */
    @Test
    void averagingOneFullBatchStepOfAllIsFullBatchDescent() {
        TrainedNetwork averaged =
                TRAINING.train(new FederatedAveraging(3, 1, LocalBatches.ALL_RECORDS, Participation.ALL));
        TrainedNetwork whole = TRAINING.batchSize(96).train(new Centralized(1));
        assertThat(distance(averaged, whole)).isLessThan(1e-12);
        assertThat(distance(
                        averaged,
                        TRAINING.training(new TrainingOptions(0, 16, PLAIN)).train(new Centralized(1))))
                .isGreaterThan(1e-3);
    }

    private static FederatedAveraging rounds(int clients) {
        return new FederatedAveraging(clients, 2, LocalBatches.MINI_BATCHES, Participation.ALL);
    }

    @Test
    void aProximalTermOfNothingIsFederatedAveraging() {
        byte[] averaged = bits(parameters(TRAINING.train(rounds(3))));
        assertThat(bits(parameters(TRAINING.train(new FedProx(rounds(3), 0))))).isEqualTo(averaged);
        assertThat(bits(parameters(TRAINING.train(new FedProx(rounds(3), 1))))).isNotEqualTo(averaged);
    }

    @Test
    void controlVariatesOfOneClientAreFederatedAveraging() {
        for (Optimizer optimizer : List.of(MOMENTUM, Optimizer.Adam.of(.001))) {
            TrainingFixture training = TRAINING.training(new TrainingOptions(2, 16, optimizer));
            assertThat(bits(parameters(training.train(new Scaffold(rounds(1))))))
                    .isEqualTo(bits(parameters(training.train(rounds(1)))));
        }
        assertThat(distance(TRAINING.train(new Scaffold(rounds(3))), TRAINING.train(rounds(3))))
                .isGreaterThan(1e-5);
    }

    /** With momentum too; 36 records in batches of 16 are three steps, 60 are four. */
    @Test
    void normalizingEquallyManyStepsIsFederatedAveraging() {
        for (Optimizer optimizer : List.of(PLAIN, MOMENTUM)) {
            TrainingFixture training = TRAINING.training(new TrainingOptions(2, 16, optimizer));
            assertThat(distance(training.train(new FedNova(rounds(3))), training.train(rounds(3))))
                    .isLessThan(1e-12);
        }
        assertThat(distance(unequal(new FedNova(rounds(2))), unequal(rounds(2))))
                .isGreaterThan(1e-5);
    }

    private static TrainedNetwork unequal(ProtocolOptions protocol) {
        TrainingSetup equal = TRAINING.setup();
        TrainingSetup setup = new TrainingSetup(
                equal.architecture(),
                equal.cut(),
                equal.dataset(),
                equal.indexSets(),
                new Partition.Unequal(List.of(3., 5.)),
                equal.training(),
                List.of(),
                equal.precision(),
                equal.seed());
        return protocol.create().train(setup, TrainingObserver.silent());
    }

    @Test
    void federatedSgdIsFullBatchDescent() {
        TrainedNetwork federated = TRAINING.train(new FederatedSgd(3, LocalBatches.ALL_RECORDS, Participation.ALL));
        TrainedNetwork whole = TRAINING.batchSize(96).train(new Centralized(1));
        assertThat(distance(federated, whole)).isLessThan(1e-12);
    }

    @Test
    void synchronousSgdWithoutBackupsIsOneLargeBatch() {
        BatchSchedule schedule = TRAINING.schedule(3, ClientOrder.ROUND_ROBIN_BY_BATCH);
        TrainedNetwork synchronous =
                TRAINING.train(new SynchronousSgd(3, 0, new StragglerDelay(1, .5), Participation.ALL));
        TrainedNetwork large = TRAINING.centralized(epoch -> threeAtOnce(schedule.inOrder(epoch)));
        assertThat(distance(synchronous, large)).isLessThan(1e-12);
    }

    private static List<int[]> threeAtOnce(List<int[]> batches) {
        List<int[]> joined = new ArrayList<>();
        for (int from = 0; from < batches.size(); from += 3) {
            joined.add(batches.subList(from, from + 3).stream()
                    .flatMapToInt(Arrays::stream)
                    .toArray());
        }
        return joined;
    }

    @Test
    void backupWorkersDropTheSlowest() {
        SynchronousSgd two = new SynchronousSgd(3, 1, new StragglerDelay(1, .5), Participation.ALL);
        TrainedNetwork network = TRAINING.train(two);
        assertThat(bits(parameters(TRAINING.train(two)))).isEqualTo(bits(parameters(network)));
        assertThat(distance(
                        network,
                        TRAINING.train(new SynchronousSgd(3, 0, new StragglerDelay(1, .5), Participation.ALL))))
                .isGreaterThan(1e-6);
    }

    /** A last layer that computes nothing leaves a server without weights. */
    @Test
    void splitFedWithTheWholeNetworkAtClientsIsFederatedAveraging() {
        List<NamedLayer> layers = new ArrayList<>(TRAINING.architecture().layers());
        layers.add(new NamedLayer("outputs", new Reshape(Shape.of(10))));
        Architecture network = new Architecture("lenet5-with-outputs", Shape.of(1, 28, 28), layers);
        TrainingFixture training = TRAINING.network(network, "fc3");
        TrainedNetwork splitFed = training.train(new SplitFed(3, SplitFed.Version.FIRST, Participation.ALL));
        TrainedNetwork averaged =
                training.train(new FederatedAveraging(3, 1, LocalBatches.MINI_BATCHES, Participation.ALL));
        assertThat(bits(splitFed.client().parameters()))
                .isEqualTo(bits(averaged.client().parameters()));
    }
}
