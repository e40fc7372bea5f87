package peekbench.attack.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.attack.AttackSamples;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.QueryingServerView;

/** The self-tests that every attack passes, on images of one soft blob each and on rows of a table. */
@Tag("slow")
class DecoderAttackTest {
    private static final Shape IMAGE = Shape.of(1, 12, 12);
    private static final Shape ROW = Shape.of(6);
    private static final DecoderOptions OPTIONS =
            new DecoderOptions(List.of(Capacity.SMALL, Capacity.MEDIUM), 12, 3, 16, .01);

    private final AttackerKnowledge images = new AttackerKnowledge(
            new AuxiliaryData(blobs("auxiliary", 300), List.of()),
            new AuxiliaryData(blobs("validation", 60), List.of()));
    private final INDArray targets = blobs("targets", 60);

    @Test
    void anIdentityClientIsReconstructedAlmostPerfectly() {
        double error = error(run(OPTIONS, UnaryOperator.identity(), Seed.of(1)));
        assertThat(error).isLessThan(.002).isLessThan(.02 * meanImageError());
    }

    @Test
    void smashedDataThatDoNotDependOnTheInputGiveNoMoreThanTheMeanImage() {
        RandomGenerator noise = Seed.of(5).generator();
        double error = error(run(
                OPTIONS,
                inputs -> Nd4j.createFromArray(numbers(inputs.size(0), noise)).reshape('c', inputs.shape()),
                Seed.of(1)));
        assertThat(error).isBetween(.98 * meanImageError(), 1.5 * meanImageError());
    }

    @Test
    void theScaleOfSmashedDataDoesNotMatter() {
        INDArray plain = reconstructions(run(OPTIONS, UnaryOperator.identity(), Seed.of(1)));
        INDArray small = reconstructions(run(OPTIONS, inputs -> inputs.mul(1.0 / 1024), Seed.of(1)));
        assertThat(bits(small)).isEqualTo(bits(plain));
    }

    @Test
    void aConstantChannelIsHarmless() {
        ReconstructedInputs outcome =
                run(OPTIONS, inputs -> Nd4j.concat(1, inputs, inputs.mul(0).add(3)), Seed.of(1));
        assertThat(error(outcome)).isLessThan(.02 * meanImageError());
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        ReconstructedInputs first = run(OPTIONS, UnaryOperator.identity(), Seed.of(3));
        ReconstructedInputs second = run(OPTIONS, UnaryOperator.identity(), Seed.of(3));
        assertThat(bits(reconstructions(second))).isEqualTo(bits(reconstructions(first)));
        assertThat(second.strongest().history()).isEqualTo(first.strongest().history());
    }

    @Test
    void allCapacitiesAreKeptAndImagesStayInRange() {
        ReconstructedInputs outcome = run(OPTIONS, UnaryOperator.identity(), Seed.of(1));
        assertThat(outcome.candidates()).extracting(Candidate::strength).containsExactly("small", "medium");
        assertThat(outcome.candidates())
                .allSatisfy(candidate -> assertThat(candidate.validationLoss())
                        .isEqualTo(candidate.history().stream()
                                .mapToDouble(Candidate.EpochLoss::validation)
                                .min()
                                .orElseThrow()));
        assertThat(reconstructions(outcome).minNumber().doubleValue()).isGreaterThanOrEqualTo(0);
        assertThat(reconstructions(outcome).maxNumber().doubleValue()).isLessThanOrEqualTo(1);
    }

    @Test
    void trainingEndsWhenValidationNoLongerImproves() {
        DecoderOptions patient = new DecoderOptions(List.of(Capacity.SMALL), 60, 1, 16, .3);
        Candidate candidate = run(patient, UnaryOperator.identity(), Seed.of(1)).strongest();
        int epochs = candidate.history().size();
        assertThat(epochs).isLessThan(60);
        assertThat(candidate.converged()).isTrue();
        assertThat(candidate.history().get(epochs - 1).validation()).isGreaterThan(candidate.validationLoss());
    }

    @Test
    void rowsOfATableComeBackInTheirOwnUnits() {
        AttackerKnowledge rows = new AttackerKnowledge(
                new AuxiliaryData(rows("auxiliary", 300), List.of()),
                new AuxiliaryData(rows("validation", 60), List.of()));
        INDArray secret = rows("targets", 60);
        DecoderOptions options = new DecoderOptions(List.of(Capacity.MEDIUM), 20, 5, 16, .004);
        QueryingServerView view = view(ROW, UnaryOperator.identity(), secret);
        ReconstructedInputs outcome = attack(options).run(view, rows, Seed.of(1), AttackProgress.silent());
        assertThat(reconstructions(outcome).sub(secret).norm2Number().doubleValue())
                .isLessThan(.1 * secret.sub(secret.mean(true, 0)).norm2Number().doubleValue());
    }

    @Test
    void anAttackerWithoutRecordsIsAnError() {
        AttackerKnowledge nothing =
                new AttackerKnowledge(images.auxiliary(), new AuxiliaryData(Nd4j.empty(DataType.FLOAT), List.of()));
        QueryingServerView view = view(IMAGE, UnaryOperator.identity(), targets);
        assertThatThrownBy(() -> attack(OPTIONS).run(view, nothing, Seed.of(1), AttackProgress.silent()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("attacker-validation: is 0; it must be at least 1.");
    }

    private ReconstructedInputs run(DecoderOptions options, UnaryOperator<INDArray> client, Seed seed) {
        return attack(options).run(view(IMAGE, client, targets), images, seed, AttackProgress.silent());
    }

    private static DecoderAttack attack(DecoderOptions options) {
        return new DecoderAttack(options);
    }

    private static QueryingServerView view(Shape input, UnaryOperator<INDArray> client, INDArray secret) {
        INDArray smashed = client.apply(secret);
        Map<TargetSet, INDArray> arrived = new EnumMap<>(TargetSet.class);
        arrived.put(TargetSet.VICTIM_TEST, smashed);
        Shape shape = Shape.ofExample(smashed.shape());
        SmashedObservation observation = new SmashedObservation(
                Precision.FLOAT32,
                input,
                List.of(),
                shape,
                arrived,
                () -> Segment.create(List.of(), shape, Precision.FLOAT32, Seed.of(1)));
        return new QueryingServerView(observation, client);
    }

    private double error(ReconstructedInputs outcome) {
        return meanSquare(reconstructions(outcome).sub(targets));
    }

    private double meanImageError() {
        return meanSquare(targets.sub(images.auxiliary().inputs().mean(true, 0)));
    }

    private static double meanSquare(INDArray difference) {
        return difference.mul(difference).meanNumber().doubleValue();
    }

    private static INDArray reconstructions(ReconstructedInputs outcome) {
        return outcome.strongest().reconstructions().get(TargetSet.VICTIM_TEST);
    }

    /** Arrays call themselves equal within 1e-5, so identity is asked of their bits. */
    private static byte[] bits(INDArray array) {
        return array.dup('c').data().asBytes();
    }

    private static float[] numbers(long examples, RandomGenerator generator) {
        float[] numbers = new float[Math.toIntExact(examples * IMAGE.length())];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) generator.nextGaussian();
        }
        return numbers;
    }

    private static INDArray blobs(String name, int examples) {
        return AttackSamples.blobs(name, examples, IMAGE, AttackSamples.Blobs.anywhere(IMAGE.size(1), 0, 4));
    }

    private static INDArray rows(String name, int examples) {
        return AttackSamples.rows(name, examples, ROW, -3);
    }
}
