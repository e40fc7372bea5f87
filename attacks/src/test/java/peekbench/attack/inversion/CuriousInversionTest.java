package peekbench.attack.inversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static peekbench.attack.inversion.InversionSample.bits;
import static peekbench.attack.inversion.InversionSample.error;
import static peekbench.attack.inversion.InversionSample.found;
import static peekbench.attack.inversion.InversionSample.meanImageError;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.NamedLayer;
import peekbench.problem.ConfigurationException;
import peekbench.seed.Seed;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.view.CuriousServerView;

/** The self-tests of the inversions that do not know the client's weights. */
@Tag("slow")
class CuriousInversionTest {
    private static final QueryFreeInversionOptions QUERY_FREE =
            new QueryFreeInversionOptions(List.of(.001, .01), 60, .05, 1, 4, 2, 8, .99, 16, .005);
    private static final UnSplitOptions UNSPLIT = new UnSplitOptions(List.of(.001, .01), 30, 3, 3, .05, .003, 4, 2);

    static List<AttackOptions> attacks() {
        return List.of(QUERY_FREE, UNSPLIT);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void anIdentityClientIsReconstructedAlmostPerfectly(AttackOptions options) {
        CuriousServerView view = view(List.of(), InversionSample.targets());
        assertThat(error(run(options, view))).isLessThan(.01 * meanImageError());
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void smashedDataThatDoNotDependOnTheInputGiveNoMoreThanTheMeanImage(AttackOptions options) {
        INDArray noise = InversionSample.noise(InversionSample.TARGETS, 6, 28, 28);
        assertThat(error(run(options, view(InversionSample.front(), noise)))).isGreaterThan(.98 * meanImageError());
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void theSameSeedGivesTheSameBitsAlsoAtOneStrengthOnly(AttackOptions options) {
        CuriousServerView view =
                view(InversionSample.front(), InversionSample.client().predict(InversionSample.targets()));
        ReconstructedInputs first = run(options, view);
        ReconstructedInputs only = run(options.onlyAt(first.strongest().strength()), view);
        assertThat(bits(found(only))).isEqualTo(bits(found(first)));
        assertThat(only.strongest().history()).isEqualTo(first.strongest().history());
        assertThat(found(only).minNumber().doubleValue()).isGreaterThanOrEqualTo(0);
        assertThat(found(only).maxNumber().doubleValue()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void anEnsembleWhoseLayersAreUnknownIsAnError(AttackOptions options) {
        assertThatThrownBy(() -> run(options, view(List.of(), InversionSample.noise(6, 400))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("smashed data of (400) arrived, as from an ensemble or through a relay.");
    }

    /** A front that was trained with the server's layers leads a shadow to weights that reveal its inputs. */
    @Test
    void aShadowInFrontOfATrainedServerBeatsTheMeanImage() {
        Segment client = InversionSample.client();
        Segment server = InversionSample.server(client.layers());
        InversionSample.train(client, server);
        CuriousServerView view = view(client.layers(), client.predict(InversionSample.targets()), server);
        assertThat(error(run(QUERY_FREE, view))).isLessThan(meanImageError());
    }

    @Test
    void rowsOfATableAreFoundWithoutVariation() {
        List<NamedLayer> layers =
                List.of(new NamedLayer("dense", new Dense(9)), new NamedLayer("tanh", Activation.TANH));
        Shape row = Shape.of(5);
        Segment client = Segment.create(layers, row, Precision.FLOAT32, Seed.of(2));
        INDArray rows = InversionSample.noise(8, 5);
        Segment server =
                Segment.create(List.of(new NamedLayer("fc", new Dense(4))), Shape.of(9), Precision.FLOAT32, Seed.of(2));
        CuriousServerView view =
                new CuriousServerView(InversionSample.observation(row, layers, client.predict(rows), server));
        AuxiliaryData records = new AuxiliaryData(rows, InversionSample.corners(8));
        for (AttackOptions options : attacks()) {
            ReconstructedInputs outcome = run(options, view, new AttackerKnowledge(records, records));
            assertThat(outcome.candidates()).hasSize(1);
            assertThat(outcome.strongest().strength()).isEqualTo("tv-0");
            assertThat(options.onlyAt("tv-0").create().name())
                    .isEqualTo(options.create().name());
            assertThat(found(outcome).shape()).containsExactly(8, 5);
        }
    }

    @Test
    void aShadowNeedsLabelsThatTheServerTellsApart() {
        CuriousServerView view =
                view(InversionSample.front(), InversionSample.client().predict(InversionSample.targets()));
        AuxiliaryData validation = InversionSample.knowledge(4).validation();
        AuxiliaryData unlabelled = new AuxiliaryData(validation.inputs(), List.of());
        assertThatThrownBy(() -> run(QUERY_FREE, view, new AttackerKnowledge(unlabelled, validation)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("this data set has none. Choose unsplit");
        AuxiliaryData tooMany = new AuxiliaryData(validation.inputs(), List.of(0, 1, 2, 9));
        assertThatThrownBy(() -> run(QUERY_FREE, view, new AttackerKnowledge(tooMany, validation)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("end in (4), and there are 10 classes");
    }

    @Test
    void everyMistakeIsNamed() {
        assertThatThrownBy(() -> new QueryFreeInversionOptions(List.of(), 1, 1, 1, 1, 1, 0, 2, 0, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("total-variation-weights: is empty; list at least one number, for example 0.")
                .hasMessageContaining("shadow-epochs: is 0; it must be at least 1.")
                .hasMessageContaining("shadow-accuracy: is 2.0; it must lie between 0.0 and 1.0.")
                .hasMessageContaining("shadow-batch-size: is 0; it must be at least 1.")
                .hasMessageContaining("shadow-learning-rate: is 0.0; it must be a finite number greater than 0.");
        assertThatThrownBy(() -> new UnSplitOptions(List.of(1d), 0, 0, 0, 0, 0, 0, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("rounds: is 0; it must be at least 1.")
                .hasMessageContaining("input-steps: is 0; it must be at least 1.")
                .hasMessageContaining("weight-steps: is 0; it must be at least 1.")
                .hasMessageContaining("weight-step-size: is 0.0; it must be a finite number greater than 0.");
    }

    private static ReconstructedInputs run(AttackOptions options, CuriousServerView view) {
        return run(options, view, InversionSample.knowledge(200));
    }

    private static ReconstructedInputs run(AttackOptions options, CuriousServerView view, AttackerKnowledge knowledge) {
        Attack<?, ?> attack = options.create();
        if (attack instanceof UnSplit unsplit) {
            return unsplit.run(view, knowledge, Seed.of(1), AttackProgress.silent());
        }
        return ((QueryFreeInversion) attack).run(view, knowledge, Seed.of(1), AttackProgress.silent());
    }

    private static CuriousServerView view(List<NamedLayer> layers, INDArray smashed) {
        Segment server =
                Segment.create(InversionSample.head(), Shape.ofExample(smashed.shape()), Precision.FLOAT32, Seed.of(9));
        return view(layers, smashed, server);
    }

    private static CuriousServerView view(List<NamedLayer> layers, INDArray smashed, Segment server) {
        return new CuriousServerView(InversionSample.observation(InversionSample.IMAGE, layers, smashed, server));
    }
}
