package peekbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.metric.Metric;
import peekbench.metric.MetricProvider;
import peekbench.nn.array.Precision;
import peekbench.registry.Registry;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.InferredLabels;
import peekbench.threat.attack.LabelCandidate;
import peekbench.threat.attack.LabelGuess;
import peekbench.threat.attack.LabelTargets;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.TargetSet;

class LabelScoresTest {
    private static final Seed SEED = Seed.of(5);
    private static final Subject SOME = new Subject.ByAttack("some");
    private static final Dataset ALL = DataCatalogue.embedded("fashion-mnist-sample");
    private static final Dataset TWO = ALL.oneAgainstRest("shirt");

    @Test
    void aTaskOfTwoClassesIsAsRareAsTheClass() {
        int[] all = IntStream.range(0, TWO.size()).toArray();
        assertThat(TWO.task().outputs()).isEqualTo(2);
        assertThat(TWO.name()).isEqualTo("fashion-mnist-sample, shirt against the rest");
        assertThat(Arrays.stream(TWO.labels(all)).sum()).isEqualTo(TWO.size() / 10);
        assertThat(TWO.sha256()).isNotEqualTo(ALL.sha256());
        assertThatThrownBy(() -> ALL.oneAgainstRest("shrit"))
                .hasMessageContaining("The class (shrit) is not one of several in data set (fashion-mnist-sample)")
                .hasMessageContaining("Maybe you meant shirt.");
        assertThatThrownBy(() -> DataCatalogue.embedded("lipids").oneAgainstRest("ldl"))
                .hasMessageContaining("has numbers to predict, no classes; leave positive-class out.");
    }

    /** Truth 0 0 1 1 2 2 called 2 2 0 0 1 0: renamed 2→0, 0→1, 1→2 five are right, as given none is. */
    @Test
    void labelsUpToPermutationAreRenamed() {
        int[] records = firstOf(ALL, 0, 0, 1, 1, 2, 2);
        LabelGuess guess = new LabelGuess(List.of(2, 2, 0, 0, 1, 0), List.of());
        assertThat(value(ALL, records, guess, true, Metric.LABEL_ACCURACY)).isEqualTo(5 / 6.0);
        assertThat(value(ALL, records, guess, false, Metric.LABEL_ACCURACY)).isZero();
    }

    /** Evidence 4 and 1 for the positive, 3 2 0 for the negative: 3 + 1 of 6 pairs. */
    @Test
    void anAreaUpsideDownTellsAsMuch() {
        int[] records = firstOf(TWO, 1, 1, 0, 0, 0);
        LabelGuess up = new LabelGuess(List.of(1, 0, 1, 0, 0), List.of(4., 1., 3., 2., 0.));
        LabelGuess down = new LabelGuess(List.of(1, 0, 1, 0, 0), List.of(-4., -1., -3., -2., 0.));
        assertThat(value(TWO, records, up, false, Metric.LABEL_AUC)).isEqualTo(4 / 6.0);
        assertThat(value(TWO, records, down, false, Metric.LABEL_AUC)).isBetween(.5, 1.0);
        assertThat(value(TWO, records, up, false, Metric.LABEL_ACCURACY)).isEqualTo(3 / 5.0);
        assertThat(score(TWO, records, up, false, Metric.LABEL_AUC).interval()).isPresent();
    }

    @Test
    void recordsOfOneClassHaveNoArea() {
        LabelGuess guess = new LabelGuess(List.of(1, 0), List.of(2., 1.));
        Score area = score(TWO, firstOf(TWO, 1, 1), guess, false, Metric.LABEL_AUC);
        assertThat(area.value()).isNaN();
        assertThat(area.interval()).isEmpty();
    }

    @Test
    void strengthsStandBesideTheStrongest() {
        int[] records = firstOf(TWO, 1, 0);
        LabelCandidate wrong = candidate("epoch-1", new LabelGuess(List.of(0, 1), List.of(0., 1.)), 2);
        LabelCandidate right = candidate("epoch-2", new LabelGuess(List.of(1, 0), List.of(1., 0.)), 1);
        List<Score> scores = evaluation(TWO, records)
                .attack(SOME, new InferredLabels(false, List.of(wrong, right)))
                .scores();
        assertThat(scores)
                .extracting(score -> score.subject().text())
                .containsOnly("some", "some/epoch-1", "some/epoch-2");
        assertThat(scores)
                .filteredOn(
                        score -> score.subject().equals(SOME) && score.metric().equals(Metric.LABEL_ACCURACY))
                .extracting(Score::value)
                .containsExactly(1.0);
    }

    @Test
    void theFloorAnswersTheAttackersMostFrequentClass() {
        List<Score> scores = evaluation(TWO, firstOf(TWO, 1, 0)).majorityClass(TargetSet.VICTIM_TRAIN);
        assertThat(scores).extracting(Score::metric).containsExactly(Metric.LABEL_AUC, Metric.LABEL_ACCURACY);
        assertThat(scores.get(0).value()).isEqualTo(.5);
        assertThat(scores.get(1).value()).isEqualTo(.9);
    }

    @Test
    void aLabelMustBeGivenToEachRecord() {
        assertThatThrownBy(() -> value(
                        TWO, firstOf(TWO, 1, 0), new LabelGuess(List.of(1), List.of()), false, Metric.LABEL_ACCURACY))
                .hasMessage("The attack (some) gave 1 labels for 2 records; it must give one each.");
        assertThatThrownBy(() -> new LabelGuess(List.of(1, 0), List.of(1.)))
                .hasMessageContaining("evidence for 1 records and a class for 2");
    }

    private static double value(
            Dataset dataset, int[] records, LabelGuess guess, boolean upToPermutation, Metric metric) {
        return score(dataset, records, guess, upToPermutation, metric).value();
    }

    private static Score score(
            Dataset dataset, int[] records, LabelGuess guess, boolean upToPermutation, Metric metric) {
        InferredLabels outcome = new InferredLabels(upToPermutation, List.of(candidate("epoch-1", guess, 1)));
        return evaluation(dataset, records).attack(SOME, outcome).scores().stream()
                .filter(score -> score.metric().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private static LabelCandidate candidate(String strength, LabelGuess guess, double loss) {
        return new LabelCandidate(strength, OptionalDouble.of(loss), Map.of(LabelTargets.trainedIn(1), guess));
    }

    private static Evaluation evaluation(Dataset dataset, int... records) {
        IndexSets sets = IndexSets.draw(dataset, new IndexSets.Sizes(20, 20, 20, 20), SEED);
        PrivateTruth truth = new PrivateTruth(
                dataset,
                sets,
                20,
                Precision.FLOAT32,
                Map.of(1, Arrays.stream(records).boxed().toList()),
                List.of());
        int[] own = sets.of(IndexSets.Part.ATTACKER_AUXILIARY);
        AuxiliaryData data = new AuxiliaryData(
                dataset.inputs(own, Precision.FLOAT32),
                Arrays.stream(dataset.labels(own)).boxed().toList());
        return new Evaluation(
                new EvaluationOptions(20, 9, 50, 0),
                Registry.builtIn(MetricProvider.KIND).providers(),
                truth,
                new AttackerKnowledge(data, data),
                SEED);
    }

    /** For each label a record that has it. */
    private static int[] firstOf(Dataset dataset, int... labels) {
        int[] records = new int[labels.length];
        int from = 0;
        for (int i = 0; i < labels.length; i++) {
            while (dataset.label(from) != labels[i]) {
                from++;
            }
            records[i] = from++;
        }
        return records;
    }
}
