package peekbench.defense.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import peekbench.defense.GradientCheck;
import peekbench.defense.SmallTraining;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.seed.Seed;
import peekbench.threat.defense.DefenseContext;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.LossTerm;
import peekbench.training.EpochReport;

@Tag("slow")
class AdversarialDecoderTest {
    private static final double WEIGHT = 7;

    @Test
    void theGradientIsThatOfFiniteDifferencesWithTheDecoderFrozen() {
        INDArray images =
                Transforms.sigmoid(SmallTraining.numbers("images", 4, 1, 8, 8).muli(2));
        holds(images, SmallTraining.numbers("maps", 4, 2, 4, 4));
        holds(images, SmallTraining.numbers("vectors", 4, 6));
        holds(SmallTraining.numbers("records", 4, 5), SmallTraining.numbers("vectors", 4, 6));
    }

    private static void holds(INDArray input, INDArray smashed) {
        InnerDecoder decoder = decoder(input, smashed);
        for (int step = 0; step < 300; step++) {
            decoder.learn(input, smashed);
        }
        LossTerm term = decoder.term(input, smashed);
        assertThat(term.gradient().shape()).isEqualTo(smashed.shape());
        assertThat(term.gradient().amaxNumber().doubleValue()).isGreaterThan(0);
        GradientCheck.holds(z -> -WEIGHT * decoder.term(input, z).statistic(), smashed, term.gradient());
    }

    /** A constant image is its own mean, so nobody can do worse than the mean. */
    @Test
    void aDecoderThatKnowsLessThanTheMeanIsNotPushed() {
        INDArray input = SmallTraining.numbers("records", 1, 5);
        INDArray all = input.repeat(0, 4);
        INDArray smashed = SmallTraining.numbers("vectors", 4, 6);
        LossTerm term = decoder(all, smashed).term(all, smashed);
        assertThat(term.statistic()).isGreaterThan(0);
        assertThat(term.gradient().amaxNumber().doubleValue()).isZero();
    }

    @Test
    void theStatisticIsTheErrorOfADecoderThatLearns() {
        INDArray input = SmallTraining.numbers("records", 16, 5);
        INDArray smashed = SmallTraining.numbers("vectors", 16, 6);
        DefenseHooks hooks = SmallTraining.hooks(new AdversarialDecoder(WEIGHT, 4, 32, 30, .01), 11);
        double first = hooks.addToLoss(input, smashed).orElseThrow().statistic();
        byte[] before = SmallTraining.bits(smashed);
        double second = hooks.addToLoss(input, smashed).orElseThrow().statistic();
        double third = hooks.addToLoss(input, smashed).orElseThrow().statistic();
        assertThat(second).isLessThan(first);
        assertThat(third).isLessThan(second);
        assertThat(SmallTraining.bits(smashed)).isEqualTo(before);
    }

    /** The task's loss is of the order of 1e4 here, so λ must be larger to be felt. */
    @Test
    void clientsThatPlayTheGameAreHarderToReconstruct() {
        double alone = error(new AdversarialDecoder(1e-12, 16, 64, 20, .01));
        double defended = error(new AdversarialDecoder(1e7, 16, 64, 20, .01));
        assertThat(defended).isGreaterThan(alone);
    }

    @Test
    void theSameSeedTrainsToTheSameBits() {
        AdversarialDecoder options = new AdversarialDecoder(5, 16, 64, 20, .01);
        byte[] first = SmallTraining.bits(options);
        assertThat(SmallTraining.bits(options)).isEqualTo(first);
        assertThat(SmallTraining.bits()).isNotEqualTo(first);
    }

    @Test
    void badOptionsAreNamedAllAtOnce() {
        assertThatThrownBy(() -> new AdversarialDecoder(-1, 0, 0, 0, Double.NaN))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("weight: is -1.0")
                .hasMessageContaining("channels: is 0; it must be at least 1")
                .hasMessageContaining("hidden-units: is 0; it must be at least 1")
                .hasMessageContaining("steps: is 0; it must be at least 1")
                .hasMessageContaining("learning-rate: is NaN");
    }

    @Test
    void theLabelStatesTheForm() {
        assertThat(new AdversarialDecoder(5).label()).isEqualTo("adversarial decoder, λ = 5.0");
    }

    /** The clients' own decoders' error in the last epoch. */
    private static double error(AdversarialDecoder options) {
        List<EpochReport> reports = new ArrayList<>();
        new VanillaSplit(1, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE)
                .create()
                .train(SmallTraining.setup(List.of(16), options), reports::add);
        return reports.get(1).defenseStatistic().orElseThrow();
    }

    private static InnerDecoder decoder(INDArray input, INDArray smashed) {
        return new InnerDecoder(
                new AdversarialDecoder(WEIGHT, 4, 16, 1, .01),
                Shape.ofExample(smashed.shape()),
                Shape.ofExample(input.shape()),
                new DefenseContext(
                        "client-0",
                        Seed.of(3),
                        Seed.of(4),
                        () -> {
                            throw new IllegalStateException("No decoder asks for records.");
                        },
                        Precision.FLOAT64));
    }
}
