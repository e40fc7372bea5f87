package peekbench.protocol.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static peekbench.protocol.TrainingFixture.MOMENTUM;
import static peekbench.protocol.TrainingFixture.PLAIN;
import static peekbench.protocol.TrainingFixture.bits;
import static peekbench.protocol.TrainingFixture.parameters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peekbench.nn.Optimizer;
import peekbench.protocol.TrainingFixture;
import peekbench.protocol.federated.FederatedAveraging;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.split.FederatedSplit;
import peekbench.protocol.split.ParallelSplit;
import peekbench.protocol.split.SplitFed;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.protocol.whole.Centralized;
import peekbench.training.EarlyStopping;
import peekbench.training.EpochReport;
import peekbench.training.KeptEpochs;
import peekbench.training.LearningRateSchedule;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingOptions;

@Tag("slow")
class TrainingLoopTest {
    private static final LearningRateSchedule CONSTANT = new LearningRateSchedule.Constant();

    static Stream<ProtocolOptions> protocols() {
        return Stream.of(
                new VanillaSplit(2, ClientOrder.ROUND_ROBIN_BY_EPOCH, HandOver.WITH_OPTIMIZER_STATE),
                new FederatedSplit(2, TestedClient.LAST, Participation.ALL),
                new SplitFed(2, SplitFed.Version.SECOND, Participation.ALL),
                new FederatedAveraging(2, 1, LocalBatches.MINI_BATCHES, Participation.ALL),
                new Centralized(1));
    }

    /** A step size that only gets worse makes a training of which the first epochs are the best. */
    @ParameterizedTest
    @MethodSource("protocols")
    void earlyStoppingPutsTheBestWeightsBack(ProtocolOptions protocol) {
        Optimizer hasty = new Optimizer.Sgd(.6, .9, 0);
        TrainingFixture training = TrainingFixture.of(hasty, 4).records(96);
        TrainingFixture stopped =
                training.training(new TrainingOptions(4, 16, hasty, CONSTANT, Optional.of(new EarlyStopping(4, 0))));
        List<EpochReport> reports = new ArrayList<>();
        TrainedNetwork network = stopped.train(protocol, reports);
        EpochReport best = reports.stream()
                .min(Comparator.comparingDouble(EpochReport::testLoss))
                .orElseThrow();
        assertThat(reports.stream().filter(EpochReport::kept).reduce((a, b) -> b))
                .contains(best);
        TrainedNetwork untilThen =
                training.training(new TrainingOptions(best.epoch(), 16, hasty)).train(protocol);
        assertThat(bits(parameters(network))).isEqualTo(bits(parameters(untilThen)));
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void looksBetweenEpochsSeeShorterTrainingsAndChangeNothing(ProtocolOptions protocol) {
        TrainingFixture training = TrainingFixture.of(MOMENTUM, 2).records(48);
        List<byte[]> seen = new ArrayList<>();
        TrainedNetwork looked = protocol.create().train(training.setup(), new TrainingObserver() {
            @Override
            public void epoch(EpochReport report) {}

            @Override
            public void between(int epoch, Supplier<TrainedNetwork> network) {
                assertThat(epoch).isEqualTo(seen.size());
                seen.add(training.outputBits(network.get()));
            }
        });
        assertThat(bits(parameters(looked))).isEqualTo(bits(parameters(training.train(protocol))));
        for (int epochs = 0; epochs <= 2; epochs++) {
            TrainedNetwork shorter =
                    TrainingFixture.of(MOMENTUM, epochs).records(48).train(protocol);
            assertThat(seen.get(epochs)).as("epoch %d", epochs).isEqualTo(training.outputBits(shorter));
        }
    }

    /** Going back and returning, in any order, changes nothing; what is there is what a shorter training makes. */
    @ParameterizedTest
    @MethodSource("protocols")
    void oneCanGoBackToKeptEpochs(ProtocolOptions protocol) {
        TrainingFixture training = TrainingFixture.of(MOMENTUM, 2).records(48);
        TrainedNetwork network = protocol.create()
                .train(training.setup().keeping(new KeptEpochs(Set.of(0, 1), 8)), TrainingObserver.silent());
        byte[] finished = training.outputBits(network);
        assertThat(network.past().epochs()).containsExactly(0, 1);
        for (int epochs : List.of(1, 0, 1)) {
            TrainedNetwork shorter =
                    TrainingFixture.of(MOMENTUM, epochs).records(48).train(protocol);
            network.past()
                    .at(
                            epochs,
                            then -> assertThat(training.outputBits(then))
                                    .as("epoch %d", epochs)
                                    .isEqualTo(training.outputBits(shorter)));
            assertThat(training.outputBits(network)).isEqualTo(finished);
        }
        assertThat(bits(parameters(network))).isEqualTo(bits(parameters(training.train(protocol))));
    }

    @Test
    void patienceEndsTraining() {
        TrainingFixture training = TrainingFixture.of(PLAIN, 9)
                .training(new TrainingOptions(9, 16, PLAIN, CONSTANT, Optional.of(new EarlyStopping(2, 1000))));
        List<EpochReport> reports = new ArrayList<>();
        training.train(new Centralized(1), reports);
        assertThat(reports).extracting(EpochReport::epoch).containsExactly(1, 2, 3);
        assertThat(reports).extracting(EpochReport::kept).containsExactly(true, false, false);
    }

    @Test
    void schedulesMultiplyTheStepSize() {
        LearningRateSchedule step = new LearningRateSchedule.Step(2, .1);
        assertThat(step.factor(2, 9)).isEqualTo(1);
        assertThat(step.factor(3, 9)).isCloseTo(.1, within(1e-15));
        assertThat(step.factor(5, 9)).isCloseTo(.01, within(1e-15));
        LearningRateSchedule cosine = new LearningRateSchedule.Cosine(.2);
        assertThat(cosine.factor(1, 4)).isEqualTo(1);
        assertThat(cosine.factor(3, 4)).isCloseTo(.6, within(1e-15));
    }

    /** A learning rate of a tenth from the second epoch on is two trainings, one after the other. */
    @ParameterizedTest
    @MethodSource("protocols")
    void everyPartyFollowsTheSchedule(ProtocolOptions protocol) {
        TrainingFixture plain = TrainingFixture.of(PLAIN, 2).records(96);
        LearningRateSchedule still = new LearningRateSchedule.Step(1, 1e-30);
        TrainedNetwork scheduled = plain.training(new TrainingOptions(2, 16, PLAIN, still, Optional.empty()))
                .train(protocol);
        TrainedNetwork once = plain.training(new TrainingOptions(1, 16, PLAIN)).train(protocol);
        assertThat(parameters(scheduled).sub(parameters(once)).amaxNumber().doubleValue())
                .isLessThan(1e-7);
    }

    @Test
    void testsOfEachClientAreAveraged() {
        TrainingFixture training = TrainingFixture.of(MOMENTUM, 1);
        List<EpochReport> last = new ArrayList<>();
        List<EpochReport> each = new ArrayList<>();
        List<EpochReport> average = new ArrayList<>();
        training.train(new ParallelSplit(3, TestedClient.LAST, Participation.ALL), last);
        training.train(new ParallelSplit(3, TestedClient.EACH, Participation.ALL), each);
        training.train(new ParallelSplit(3, TestedClient.AVERAGE, Participation.ALL), average);
        assertThat(each.get(0).testLoss()).isNotEqualTo(last.get(0).testLoss());
        assertThat(average.get(0).testLoss()).isNotEqualTo(last.get(0).testLoss());
        assertThat(each.get(0).trainLoss()).isEqualTo(last.get(0).trainLoss());
    }
}
