package peekbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.metric.FigureFormat;
import peekbench.metric.Metric;
import peekbench.metric.MetricProvider;
import peekbench.nn.Rows;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;
import peekbench.registry.Registry;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.InferredLabelDistributions;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.Senders;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.CuriousServerView;
import peekbench.threat.view.ServerView;

@Tag("slow")
class EvaluationTest {
    private static final Dataset DATASET = DataCatalogue.embedded("fashion-mnist-sample");
    private static final Seed SEED = Seed.of(5);
    private static final Subject ATTACK = new Subject.ByAttack("attack");
    private static final Subject DECODER = new Subject.ByAttack("decoder");
    private final IndexSets sets = IndexSets.draw(DATASET, new IndexSets.Sizes(60, 60, 400, 20), SEED);
    private final PrivateTruth truth = new PrivateTruth(DATASET, sets, 50, Precision.FLOAT32);
    private final AttackerKnowledge knowledge =
            new AttackerKnowledge(data(IndexSets.Part.ATTACKER_AUXILIARY), data(IndexSets.Part.ATTACKER_VALIDATION));
    private final Evaluation evaluation = new Evaluation(
            new EvaluationOptions(50, 99, 200, 8),
            Registry.builtIn(MetricProvider.KIND).providers(),
            truth,
            knowledge,
            SEED);

    /** Defenses that draw random numbers draw them for one set after the other. */
    @Test
    void theSetsOfPrivateRecordsComeInOneOrder() {
        assertThat(truth.records().keySet()).containsExactly(TargetSet.VICTIM_TRAIN, TargetSet.VICTIM_TEST);
    }

    @Test
    void aPerfectReconstructionGetsTheCeilings() {
        List<Score> scores = evaluation.reconstructions(new Subject.ByAttack("perfect"), originals());
        assertThat(value(scores, "perfect", TargetSet.VICTIM_TEST, Metric.SSIM)).isEqualTo(1);
        assertThat(value(scores, "perfect", TargetSet.VICTIM_TRAIN, Metric.MSE)).isZero();
        assertThat(value(scores, "perfect", TargetSet.VICTIM_TEST, Metric.CLASSIFIER_ACCURACY))
                .isEqualTo(value(
                        evaluation.originals(),
                        Reference.ORIGINALS.label(),
                        TargetSet.VICTIM_TEST,
                        Metric.CLASSIFIER_ACCURACY))
                .isGreaterThan(.5);
        assertThat(value(scores, "perfect", TargetSet.VICTIM_TEST, Metric.FEATURE_DISTANCE))
                .isZero();
        assertThat(value(scores, "perfect", TargetSet.VICTIM_TEST, Metric.REIDENTIFICATION))
                .isEqualTo(1);
        assertThat(value(scores, "perfect", TargetSet.VICTIM_TEST, Metric.FEATURE_REIDENTIFICATION))
                .isEqualTo(1);
        assertThat(value(scores, "perfect", TargetSet.VICTIM_TEST, Metric.REIDENTIFICATION_GALLERY))
                .isEqualTo(50);
    }

    /** What an SSIM hides: noise that nobody would call alike, of which every record is found. */
    @Test
    void recordsAreFoundByReconstructionsThatDoNotLookAlike() {
        Map<TargetSet, INDArray> noisy = new EnumMap<>(TargetSet.class);
        originals().forEach((targets, images) -> {
            double[] noise =
                    SEED.child("noise").generator().doubles(images.length()).toArray();
            noisy.put(
                    targets,
                    images.add(Nd4j.createFromArray(noise)
                            .castTo(DataType.FLOAT)
                            .subi(.5)
                            .reshape('c', images.shape())));
        });
        List<Score> scores = evaluation.reconstructions(ATTACK, noisy);
        assertThat(value(scores, "attack", TargetSet.VICTIM_TEST, Metric.SSIM)).isLessThan(.4);
        assertThat(value(scores, "attack", TargetSet.VICTIM_TEST, Metric.REIDENTIFICATION))
                .isGreaterThan(.9);
    }

    @Test
    void aMetricFromElsewhereStandsBehindOursAndGivesOneNumberARecord() {
        Metric first = new Metric(
                "first-number",
                "none",
                "[0, 1]",
                Metric.Meaning.MORE_IS_LEAK,
                "First",
                FigureFormat.TWO,
                "first number");
        Subject.ByAttack attack = new Subject.ByAttack("perfect");
        List<Score> plain = evaluation.reconstructions(attack, originals());

        List<Score> more = evaluationWith(first, 50).reconstructions(attack, originals());

        assertThat(more).filteredOn(score -> score.metric().isOurs()).isEqualTo(plain);
        assertThat(more)
                .filteredOn(score -> score.targets() == TargetSet.VICTIM_TEST)
                .extracting(Score::metric)
                .containsExactly(
                        Metric.MSE,
                        Metric.PSNR,
                        Metric.SSIM,
                        Metric.CLASSIFIER_ACCURACY,
                        Metric.FEATURE_DISTANCE,
                        first,
                        Metric.REIDENTIFICATION,
                        Metric.REIDENTIFICATION_TOP_5,
                        Metric.FEATURE_REIDENTIFICATION,
                        Metric.FEATURE_REIDENTIFICATION_TOP_5,
                        Metric.REIDENTIFICATION_GALLERY);
        assertThat(value(more, "perfect", TargetSet.VICTIM_TEST, first)).isEqualTo(.5);
        assertThatThrownBy(() -> evaluationWith(first, 3).reconstructions(attack, originals()))
                .hasMessageContaining("The metric (first-number) gave 3 values for records [50, ")
                .hasMessageContaining("one a record. Mend it, or take its plug-in out of the folder.");
    }

    /** With a metric that gives as many halves. */
    private Evaluation evaluationWith(Metric metric, int values) {
        MetricProvider halves = new MetricProvider() {
            @Override
            public Metric metric() {
                return metric;
            }

            @Override
            public double[] score(INDArray originals, INDArray reconstructions) {
                return DoubleStream.generate(() -> .5).limit(values).toArray();
            }
        };
        List<MetricProvider> metrics = Stream.concat(
                        Stream.of(halves), Registry.builtIn(MetricProvider.KIND).providers().stream())
                .toList();
        return new Evaluation(new EvaluationOptions(50, 99, 200, 8), metrics, truth, knowledge, SEED);
    }

    @Test
    void theMeanImageIsNearChanceForTheClassifier() {
        List<Score> scores = evaluation.meanImage();
        assertThat(value(scores, Reference.MEAN_IMAGE.label(), TargetSet.VICTIM_TEST, Metric.CLASSIFIER_ACCURACY))
                .isCloseTo(.1, within(.05));
        assertThat(value(scores, Reference.MEAN_IMAGE.label(), TargetSet.VICTIM_TEST, Metric.SSIM))
                .isLessThan(.4);
        assertThat(value(scores, Reference.MEAN_IMAGE.label(), TargetSet.VICTIM_TEST, Metric.REIDENTIFICATION))
                .isEqualTo(.02);
        assertThat(value(scores, Reference.MEAN_IMAGE.label(), TargetSet.VICTIM_TEST, Metric.FEATURE_REIDENTIFICATION))
                .isEqualTo(.02);
        assertThat(scores)
                .filteredOn(score -> score.metric().meaning() != Metric.Meaning.CONDITION)
                .allSatisfy(score -> assertThat(score.value())
                        .isBetween(
                                score.interval().orElseThrow().low(),
                                score.interval().orElseThrow().high()));
    }

    /** Of one brightness no record is told from another, and by SSIM it can come nearer than the mean image. */
    @Test
    void theBestConstantIsAFloorToo() {
        List<Score> scores = evaluation.bestConstant();
        assertThat(value(scores, Reference.BEST_CONSTANT.label(), TargetSet.VICTIM_TEST, Metric.SSIM))
                .isBetween(0., .4);
        assertThat(value(scores, Reference.BEST_CONSTANT.label(), TargetSet.VICTIM_TEST, Metric.REIDENTIFICATION))
                .isEqualTo(.02);
        assertThat(Reference.BEST_CONSTANT.kind()).isEqualTo(Subject.Kind.FLOOR);
    }

    @Test
    void theStrongestCandidateStandsUnderTheAttacksName() {
        Map<TargetSet, INDArray> blank = Map.of(
                TargetSet.VICTIM_TEST, originals().get(TargetSet.VICTIM_TEST).mul(0));
        ReconstructedInputs outcome = new ReconstructedInputs(List.of(
                new Candidate("weak", 1, .5, false, blank, List.of()),
                new Candidate("strong", 2, .1, true, originals(), List.of())));
        AttackResult result = evaluation.attack(DECODER, outcome);
        List<Score> scores = result.scores();
        assertThat(result.curve()).isEmpty();
        assertThat(result.reconstructed())
                .extracting(ReconstructedRecords::targets)
                .containsExactly(TargetSet.values());
        assertThat(result.reconstructed()).allSatisfy(made -> {
            assertThat(made.made()).isEqualTo(made.originals());
            assertThat(made.values().get(Metric.SSIM)).hasSize(50).containsOnly(1);
        });
        assertThat(value(scores, "decoder", TargetSet.VICTIM_TEST, Metric.MSE)).isZero();
        assertThat(value(scores, "decoder/strong", TargetSet.VICTIM_TEST, Metric.MSE))
                .isZero();
        assertThat(value(scores, "decoder/weak", TargetSet.VICTIM_TEST, Metric.MSE))
                .isPositive();
        assertThat(value(scores, "decoder", TargetSet.VICTIM_TEST, Metric.ATTACK_VALIDATION_LOSS))
                .isEqualTo(.1);
        assertThat(value(scores, "decoder", TargetSet.VICTIM_TEST, Metric.ATTACK_CONVERGED))
                .isEqualTo(1);
        assertThat(value(scores, "decoder/weak", TargetSet.VICTIM_TEST, Metric.ATTACK_CONVERGED))
                .isZero();
    }

    @Test
    void recordsThatCameMixedUpAreScoredInTheOrderThatFitsBest() {
        Map<TargetSet, INDArray> mixed = new EnumMap<>(TargetSet.class);
        int[] order = {2, 0, 1, 4, 3};
        int[] all =
                IntStream.range(0, 50).map(n -> n < order.length ? order[n] : n).toArray();
        originals().forEach((targets, images) -> mixed.put(targets, Rows.of(images, all)));
        List<Candidate> candidates = List.of(new Candidate("only", 1, .5, true, mixed, List.of()));
        assertThat(value(
                        evaluation
                                .attack(ATTACK, new ReconstructedInputs(candidates, 3))
                                .scores(),
                        "attack",
                        TargetSet.VICTIM_TEST,
                        Metric.MSE))
                .isZero();
        assertThat(value(
                        evaluation
                                .attack(ATTACK, new ReconstructedInputs(candidates))
                                .scores(),
                        "attack",
                        TargetSet.VICTIM_TEST,
                        Metric.MSE))
                .isPositive();
    }

    @Test
    void labelDistributionsAreHeldAgainstThoseOfTheClients() {
        int[] own = sets.of(IndexSets.Part.VICTIM_TRAIN);
        int first = DATASET.label(own[0]);
        int[] ofFirst = Arrays.stream(own)
                .filter(record -> DATASET.label(record) == first)
                .toArray();
        PrivateTruth clients =
                new PrivateTruth(DATASET, sets, 4, Precision.FLOAT32, Map.of(), List.of(ofFirst, ofFirst));
        Evaluation scoring = new Evaluation(
                new EvaluationOptions(4, 9, 20, 0),
                Registry.builtIn(MetricProvider.KIND).providers(),
                clients,
                knowledge,
                SEED);
        INDArray distributions = Nd4j.zeros(DataType.DOUBLE, 2, 10);
        distributions.putScalar(0, first, 1);
        distributions.putScalar(1, first, .5);
        distributions.putScalar(1, (first + 1) % 10, .5);
        List<Score> scores = scoring.attack(ATTACK, new InferredLabelDistributions(distributions, .1))
                .scores();
        assertThat(value(scores, "attack", TargetSet.VICTIM_TRAIN, Metric.LABEL_DISTRIBUTION_DISTANCE))
                .isCloseTo(.25, within(1e-12));
        assertThat(value(scores, "attack", TargetSet.VICTIM_TRAIN, Metric.LABEL_DISTRIBUTION_ERROR))
                .isCloseTo(.05, within(1e-12));
        assertThat(value(scores, "attack", TargetSet.VICTIM_TRAIN, Metric.ATTACK_VALIDATION_LOSS))
                .isEqualTo(.1);
        assertThat(value(
                        scoring.labelDistributionFloors(),
                        Reference.UNIFORM_MIX.label(),
                        TargetSet.VICTIM_TRAIN,
                        Metric.LABEL_DISTRIBUTION_DISTANCE))
                .isCloseTo(.9, within(1e-12));
    }

    @Test
    void independentSmashedDataLieInsideTheNullAndCopiesOutside() {
        double[] noise = SEED.generator().doubles(50 * 30L).toArray();
        INDArray independent =
                Nd4j.createFromArray(noise).castTo(Precision.FLOAT32.dataType()).reshape(50, 30);
        List<Score> apart = evaluation.smashedData(
                view(Map.of(TargetSet.VICTIM_TRAIN, independent, TargetSet.VICTIM_TEST, independent)));
        assertThat(value(apart, Reference.SMASHED_DATA.label(), TargetSet.VICTIM_TEST, Metric.DCOR_NULL_P))
                .isGreaterThan(.02);
        List<Score> copies = evaluation.smashedData(view(originals()));
        assertThat(value(copies, Reference.SMASHED_DATA.label(), TargetSet.VICTIM_TEST, Metric.DCOR))
                .isCloseTo(1, within(1e-6));
        assertThat(value(copies, Reference.SMASHED_DATA.label(), TargetSet.VICTIM_TEST, Metric.DCOR_BIAS_CORRECTED))
                .isGreaterThan(
                        value(copies, Reference.SMASHED_DATA.label(), TargetSet.VICTIM_TEST, Metric.DCOR_NULL_HIGH));
    }

    @Test
    void optionsReportEveryMistake() {
        assertThatThrownBy(() -> new EvaluationOptions(0, 0, 0, -1))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.path())
                                .containsExactly("images", "permutations", "bootstrap-resamples", "classifier-epochs"));
    }

    /** A client that sends pictures and one that sends them with turned signs: distances within each are kept. */
    @Test
    void distanceCorrelationIsThatOfEachClient() {
        Map<TargetSet, INDArray> smashed = new EnumMap<>(TargetSet.class);
        Map<TargetSet, List<Integer>> numbers = new EnumMap<>(TargetSet.class);
        originals().forEach((set, images) -> {
            INDArray sent = images.dup('c');
            List<Integer> senders = new ArrayList<>();
            for (int record = 0; record < sent.size(0); record++) {
                senders.add(record % 2);
                sent.tensorAlongDimension(record, 1, 2, 3).muli(record % 2 == 0 ? 1 : -1);
            }
            smashed.put(set, sent);
            numbers.put(set, senders);
        });
        List<Score> apart =
                evaluation.smashedData(new CuriousServerView(observation(smashed, new Senders(0, numbers))));
        List<Score> together = evaluation.smashedData(view(smashed));
        String of = Reference.SMASHED_DATA.label();
        assertThat(value(apart, of, TargetSet.VICTIM_TRAIN, Metric.DCOR)).isCloseTo(1, within(1e-6));
        assertThat(value(together, of, TargetSet.VICTIM_TRAIN, Metric.DCOR)).isLessThan(.99);
        assertThat(value(apart, of, TargetSet.VICTIM_TRAIN, Metric.DCOR_N))
                .isEqualTo(value(together, of, TargetSet.VICTIM_TRAIN, Metric.DCOR_N) / 2);
    }

    private static SmashedObservation observation(Map<TargetSet, INDArray> smashed, Senders senders) {
        return new SmashedObservation(
                Precision.FLOAT32,
                Shape.of(1, 28, 28),
                List.of(),
                Shape.ofExample(smashed.get(TargetSet.VICTIM_TEST).shape()),
                smashed,
                () -> Segment.create(List.of(), Shape.of(1), Precision.FLOAT32, SEED),
                senders);
    }

    private ServerView view(Map<TargetSet, INDArray> smashed) {
        return new CuriousServerView(observation(smashed, Senders.ALIKE));
    }

    private Map<TargetSet, INDArray> originals() {
        return Map.of(
                TargetSet.VICTIM_TRAIN, truth.originals(TargetSet.VICTIM_TRAIN),
                TargetSet.VICTIM_TEST, truth.originals(TargetSet.VICTIM_TEST));
    }

    private AuxiliaryData data(IndexSets.Part part) {
        int[] indices = sets.of(part);
        return new AuxiliaryData(
                DATASET.inputs(indices, Precision.FLOAT32),
                Arrays.stream(DATASET.labels(indices)).boxed().toList());
    }

    private static double value(List<Score> scores, String subject, TargetSet targets, Metric metric) {
        return scores.stream()
                .filter(score -> score.subject().text().equals(subject)
                        && score.targets() == targets
                        && score.metric().equals(metric))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
