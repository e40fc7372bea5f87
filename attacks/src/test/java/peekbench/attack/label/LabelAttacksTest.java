package peekbench.attack.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.metric.Assignment;
import peekbench.nn.array.Precision;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.InferredLabels;
import peekbench.threat.attack.LabelGuess;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.ObservedBatch;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.GradientView;

@Tag("slow")
class LabelAttacksTest {
    private static final List<AttackOptions> ON_GRADIENTS = List.of(
            new GradientNormOptions(List.of(2, 1)),
            new GradientDirectionOptions(List.of(2, 1)),
            new GradientClusteringOptions(List.of(ClusteredBy.GRADIENTS), 2, 5000, 2, 50));

    private static LabelSample wrapped;

    @BeforeAll
    static void train() {
        wrapped = LabelSample.of(LabelSample.WRAPPED);
    }

    @Test
    void gradientsOfTheHeadTellARareClass() {
        for (AttackOptions options : ON_GRADIENTS) {
            assertThat(wrapped.area(wrapped.run(options))).as("%s", options).isGreaterThan(.9);
        }
    }

    /** Behind one linear layer the direction is the class. */
    @Test
    void directionsBehindALinearLayerTellEveryLabel() {
        InferredLabels outcome = wrapped.run(new GradientDirectionOptions(List.of(2)));
        assertThat(wrapped.scores(outcome, TargetSet.VICTIM_TRAIN).get("it label-accuracy"))
                .isGreaterThan(.99);
    }

    @Test
    void gradientsThatDependOnNoLabelTellNone() {
        GradientView view = wrapped.view(GradientView.class);
        RandomGenerator generator = LabelSample.SEED.child("noise").generator();
        List<ObservedBatch> noise = view.epoch(2).stream()
                .map(batch ->
                        new ObservedBatch(random(generator, batch.size(), 30), random(generator, batch.size(), 30)))
                .toList();
        GradientView independent = new GradientView(view.precision(), 2, Map.of(1, noise, 2, noise));
        for (AttackOptions options : ON_GRADIENTS) {
            @SuppressWarnings("unchecked")
            Attack<GradientView, ?> attack = (Attack<GradientView, ?>) options.create();
            assertThat(wrapped.area(wrapped.run(attack, independent)))
                    .as("%s", options)
                    .isLessThan(.57);
        }
    }

    @Test
    void aHeadTrainedOnFewLabelsCompletesTheServersLayers() {
        InferredLabels outcome = wrapped.run(new ModelCompletionOptions(List.of(4, 32), 60, 60, 16, .01));
        assertThat(outcome.candidates()).extracting("strength").containsExactly("labels-4", "labels-32");
        Map<String, Double> seen = wrapped.scores(outcome, TargetSet.VICTIM_TRAIN);
        Map<String, Double> unseen = wrapped.scores(outcome, TargetSet.VICTIM_TEST);
        assertThat(seen.get("it/labels-32 label-auc")).isGreaterThan(.65);
        assertThat(unseen.get("it/labels-32 label-auc")).isGreaterThan(.65);
        assertThat(unseen).containsKeys("it/labels-4 label-accuracy", "it attack-validation-loss");
    }

    @Test
    void labelsThatAreSentNeedNoInference() {
        LabelSample vanilla = LabelSample.of(LabelSample.VANILLA);
        Map<String, Double> scores =
                vanilla.scores(vanilla.run(new ReceivedLabelsOptions(List.of(1))), TargetSet.VICTIM_TRAIN);
        assertThat(scores.get("it label-auc")).isEqualTo(1);
        assertThat(scores.get("it label-accuracy")).isEqualTo(1);
        assertThat(vanilla.area(vanilla.run(new GradientNormOptions(List.of(2)))))
                .isGreaterThan(.8);
    }

    @Test
    void sameSeedSameLabels() {
        List<AttackOptions> all = new ArrayList<>(ON_GRADIENTS);
        all.add(new ModelCompletionOptions(List.of(4), 10, 10, 4, .01));
        for (AttackOptions options : all) {
            assertThat(wrapped.run(options)).isEqualTo(wrapped.run(options));
        }
    }

    /** Gradients {@code Wᵀ(p - y)} of three classes with unsure outputs, and features around three centres. */
    @Test
    void threeClassesAreToldApartUpToTheirNames() {
        RandomGenerator generator = LabelSample.SEED.child("three").generator();
        INDArray weights = random(generator, 3, 12);
        List<Integer> truth = new ArrayList<>();
        List<ObservedBatch> batches = new ArrayList<>();
        for (int step = 0; step < 6; step++) {
            INDArray errors = Nd4j.zeros(Precision.FLOAT64.dataType(), 40, 3);
            INDArray features = random(generator, 40, 12).muli(.1);
            for (int row = 0; row < 40; row++) {
                int label = generator.nextInt(3);
                truth.add(label);
                for (int other = 0; other < 3; other++) {
                    errors.putScalar(row, other, (other == label ? -1 : 0) + .25 + .15 * generator.nextDouble());
                }
                features.getRow(row).addi(weights.getRow(label));
            }
            batches.add(new ObservedBatch(features, errors.mmul(weights)));
        }
        GradientView view = new GradientView(Precision.FLOAT64, 3, Map.of(1, batches));
        AuxiliaryData own = new AuxiliaryData(random(generator, 3, 4), List.of(0, 1, 2));
        AttackerKnowledge knowledge = new AttackerKnowledge(own, own);
        InferredLabels directions = new GradientDirection(new GradientDirectionOptions(List.of(1)))
                .run(view, knowledge, LabelSample.SEED, AttackProgress.silent());
        InferredLabels clusters = new GradientClustering(new GradientClusteringOptions(
                        List.of(ClusteredBy.GRADIENTS, ClusteredBy.FEATURES), 1, 5000, 4, 50))
                .run(view, knowledge, LabelSample.SEED, AttackProgress.silent());
        assertThat(directions.upToPermutation()).isTrue();
        assertThat(right(directions, 0, truth)).isCloseTo(1, within(.02));
        assertThat(right(clusters, 0, truth)).isCloseTo(1, within(.02));
        assertThat(right(clusters, 1, truth)).isCloseTo(1, within(.02));
    }

    @Test
    void mistakesAndTasksThatDoNotSuitAreRefused() {
        assertThatThrownBy(() -> new GradientNormOptions(List.of())).hasMessageContaining("epochs: is empty; list at");
        assertThatThrownBy(() -> new GradientDirectionOptions(List.of(0, 0)))
                .hasMessageContaining("epochs: is 0; it must be at least 1.")
                .hasMessageContaining("names an epoch twice: [0, 0]");
        assertThatThrownBy(() -> new GradientClusteringOptions(List.of(), 0, 1, 0, 0))
                .hasMessageContaining("by: is empty; list gradients, features or both.")
                .hasMessageContaining("iterations: is 0");
        assertThatThrownBy(() -> new ModelCompletionOptions(List.of(4, 4), 0, 0, 0, 0))
                .hasMessageContaining("records-per-class: is [4, 4]; list each number once.")
                .hasMessageContaining("learning-rate: is 0.0");
        assertThat(new GradientNormOptions(List.of(1)).reasonAgainst(10))
                .hasValueSatisfying(reason -> assertThat(reason)
                        .isEqualTo("it tells two classes apart, and this task has 10 classes. Set data.positive-class,"
                                + " or use gradient-direction or gradient-clustering"));
        assertThat(new ModelCompletionOptions(List.of(4), 1, 1, 1, 1).reasonAgainst(0))
                .isPresent();
        assertThat(new GradientDirectionOptions(List.of(1)).reasonAgainst(10)).isEmpty();
    }

    private static double right(InferredLabels outcome, int candidate, List<Integer> truth) {
        LabelGuess guess = outcome.candidates()
                .get(candidate)
                .guesses()
                .values()
                .iterator()
                .next();
        long[][] together = new long[3][3];
        for (int i = 0; i < truth.size(); i++) {
            together[guess.classes().get(i)][truth.get(i)]++;
        }
        int[] names = Assignment.best(together);
        long sum = 0;
        for (int label = 0; label < 3; label++) {
            sum += together[label][names[label]];
        }
        return sum / (double) truth.size();
    }

    private static INDArray random(RandomGenerator generator, long... shape) {
        INDArray array = Nd4j.createUninitialized(Precision.FLOAT64.dataType(), shape);
        for (long place = 0; place < array.length(); place++) {
            array.putScalar(place, generator.nextGaussian());
        }
        return array;
    }
}
