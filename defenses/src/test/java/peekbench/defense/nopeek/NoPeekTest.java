package peekbench.defense.nopeek;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.Partition;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.metric.DistanceCorrelation;
import peekbench.nn.Optimizer;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.loss.LossFunction;
import peekbench.nn.model.LeNet5;
import peekbench.nn.model.MultilayerPerceptron;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.seed.Seed;
import peekbench.threat.defense.Defense;
import peekbench.training.EpochReport;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingSetup;

@Tag("slow")
class NoPeekTest {
    private static final Dataset DATASET = DataCatalogue.embedded("fashion-mnist-sample");
    private static final double WEIGHT = .6;

    @Test
    void oneStepFollowsTheWholeLossInTheAddedForm() {
        assertStepFollowsTheWholeLoss(NoPeek.Form.ADDED, 1);
    }

    @Test
    void oneStepFollowsTheWholeLossInTheConvexForm() {
        assertStepFollowsTheWholeLoss(NoPeek.Form.CONVEX, 1 - WEIGHT);
    }

    /**
     * With plain SGD of rate 1, one step changes each weight by minus the derivative of the whole loss. At LeNet's initial
     * weights black pixels lie on the ReLU's kink, so the dense network is used.
     */
    private static void assertStepFollowsTheWholeLoss(NoPeek.Form form, double taskWeight) {
        TrainingSetup setup = denseSetup(new NoPeek(form, WEIGHT).create());
        Segment front = setup.frontSegment();
        Segment back = setup.backSegment();
        TrainedNetwork trained = vanilla(1).train(setup, report -> {});
        int[] records = setup.indexSets().of(IndexSets.Part.VICTIM_TRAIN);
        INDArray x = DATASET.inputs(records, Precision.FLOAT64);
        INDArray targets = DATASET.targets(records, Precision.FLOAT64);
        double step = 1e-6;
        for (long weight = 0; weight < front.parameterCount(); weight += 20_011) {
            double value = front.parameters().getDouble(weight);
            front.parameters().putScalar(weight, value + step);
            double above = loss(front, back, x, targets, taskWeight);
            front.parameters().putScalar(weight, value - step);
            double below = loss(front, back, x, targets, taskWeight);
            front.parameters().putScalar(weight, value);
            double change = trained.client().parameters().getDouble(weight) - value;
            assertThat(change).as("weight %d", weight).isCloseTo(-(above - below) / (2 * step), within(1e-6));
        }
    }

    private static double loss(Segment front, Segment back, INDArray x, INDArray targets, double taskWeight) {
        INDArray smashed = front.predict(x);
        double task =
                LossFunction.CROSS_ENTROPY.of(back.predict(smashed), targets).loss();
        return taskWeight * task + WEIGHT * DistanceCorrelation.of(x, smashed);
    }

    @Test
    void atWeightZeroTrainingHasTheBitsOfNoDefense() {
        TrainedNetwork plain = train(List.of(), new ArrayList<>());
        for (NoPeek.Form form : NoPeek.Form.values()) {
            TrainedNetwork zero = train(List.of(new NoPeek(form, 0).create()), new ArrayList<>());
            assertThat(bits(zero)).isEqualTo(bits(plain));
        }
    }

    /** One step, so that the server meets the same smashed data with and without. */
    @Test
    void inTheAddedFormTheServerLearnsTheSame() {
        Optimizer plainSteps = new Optimizer.Sgd(.05, 0, 0);
        TrainedNetwork with = vanilla(1)
                .train(
                        setup(List.of(new NoPeek(NoPeek.Form.ADDED, 5).create()), Precision.FLOAT32, 16, plainSteps, 1),
                        report -> {});
        TrainedNetwork without = vanilla(1).train(setup(List.of(), Precision.FLOAT32, 16, plainSteps, 1), report -> {});
        assertThat(bits(with.server().parameters()))
                .isEqualTo(bits(without.server().parameters()));
        assertThat(with.client().parameters()).isNotEqualTo(without.client().parameters());
    }

    @Test
    void trainingWithItLowersTheDistanceCorrelation() {
        List<EpochReport> reports = new ArrayList<>();
        TrainedNetwork defended = train(List.of(new NoPeek(NoPeek.Form.ADDED, 5).create()), reports);
        TrainedNetwork plain = train(List.of(), new ArrayList<>());
        INDArray x = DATASET.inputs(new int[] {6000, 6001, 6002, 6003, 6004, 6005, 6006, 6007}, Precision.FLOAT32);
        assertThat(DistanceCorrelation.of(x, defended.client().predict(x)))
                .isLessThan(DistanceCorrelation.of(x, plain.client().predict(x)));
        assertThat(reports.get(1).defenseStatistic().orElseThrow())
                .isLessThan(reports.get(0).defenseStatistic().orElseThrow());
    }

    @Test
    void impossibleWeightsAreNamed() {
        assertThatThrownBy(() -> new NoPeek(NoPeek.Form.ADDED, -1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("weight: is -1.0")
                .hasMessageContaining("at least 0");
        assertThatThrownBy(() -> new NoPeek(NoPeek.Form.ADDED, Double.NaN)).hasMessageContaining("weight: is NaN");
        assertThatThrownBy(() -> new NoPeek(NoPeek.Form.CONVEX, 1.5))
                .hasMessageContaining("weight: is 1.5")
                .hasMessageContaining("between 0.0 and 1.0");
        assertThatThrownBy(() -> new NoPeek(NoPeek.Form.CONVEX, Double.NaN)).hasMessageContaining("weight: is NaN");
    }

    @Test
    void labelsStateTheForm() {
        assertThat(new NoPeek(NoPeek.Form.ADDED, 2).label()).isEqualTo("NoPeek CE + 2·dCor");
        assertThat(new NoPeek(NoPeek.Form.CONVEX, .3).label()).isEqualTo("NoPeek 0.7·CE + 0.3·dCor");
    }

    private static TrainedNetwork train(List<Defense> defenses, List<EpochReport> reports) {
        return vanilla(2).train(setup(defenses, Precision.FLOAT32, 64, new Optimizer.Sgd(.05, .9, 0), 2), reports::add);
    }

    private static peekbench.training.Protocol vanilla(int clients) {
        return new VanillaSplit(clients, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE).create();
    }

    private static TrainingSetup denseSetup(Defense defense) {
        TrainingSetup like = setup(List.of(defense), Precision.FLOAT64, 16, new Optimizer.Sgd(1, 0, 0), 1);
        return new TrainingSetup(
                new MultilayerPerceptron().architecture(DATASET.exampleShape(), 10),
                "fc1",
                DATASET,
                like.indexSets(),
                like.partition(),
                like.training(),
                like.defenses(),
                like.precision(),
                like.seed());
    }

    private static TrainingSetup setup(
            List<Defense> defenses, Precision precision, int records, Optimizer optimizer, int epochs) {
        Seed seed = Seed.of(11);
        return new TrainingSetup(
                new LeNet5().architecture(DATASET.exampleShape(), 10),
                "pool1",
                DATASET,
                IndexSets.draw(DATASET, new IndexSets.Sizes(records, 20, 0, 0), seed),
                new Partition.Iid(),
                new TrainingOptions(epochs, 16, optimizer),
                defenses,
                precision,
                seed);
    }

    /** Arrays call themselves equal within 1e-5, so identity is asked of their bits. */
    private static byte[] bits(TrainedNetwork network) {
        return bits(network.client().parameters(), network.server().parameters());
    }

    private static byte[] bits(INDArray... arrays) {
        return Nd4j.concat(0, arrays).data().asBytes();
    }
}
