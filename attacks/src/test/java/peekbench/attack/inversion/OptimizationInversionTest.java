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
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.BatchNormalization;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Dropout;
import peekbench.nn.layer.NamedLayer;
import peekbench.problem.ConfigurationException;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.view.InformedServerView;
import peekbench.threat.view.LayerSharingPeerView;

@Tag("slow")
class OptimizationInversionTest {
    private static final OptimizationInversionOptions OPTIONS =
            new OptimizationInversionOptions(List.of(0d, .001), 120, .05, 1, 4, 4);

    @Test
    void anIdentityClientIsReconstructedAlmostPerfectly() {
        Segment identity = InversionSample.identity(InversionSample.IMAGE);
        assertThat(error(run(OPTIONS, identity, InversionSample.targets()))).isLessThan(.001 * meanImageError());
    }

    @Test
    void aConvolutionIsInverted() {
        Segment client = InversionSample.client();
        ReconstructedInputs outcome = run(OPTIONS, client, client.predict(InversionSample.targets()));
        assertThat(error(outcome)).isLessThan(.01 * meanImageError());
        assertThat(outcome.candidates()).extracting(Candidate::strength).containsExactly("tv-0", "tv-0.001");
        assertThat(outcome.candidates()).allSatisfy(candidate -> {
            assertThat(candidate.history()).hasSize(10);
            assertThat(candidate.history().get(9).training())
                    .isLessThan(candidate.history().get(0).training());
            assertThat(candidate.validationLoss()).isLessThan(.01 * meanImageError());
        });
        assertThat(found(outcome).minNumber().doubleValue()).isGreaterThanOrEqualTo(0);
        assertThat(found(outcome).maxNumber().doubleValue()).isLessThanOrEqualTo(1);
    }

    @Test
    void smashedDataThatDoNotDependOnTheInputGiveNoMoreThanTheMeanImage() {
        Segment client = InversionSample.client();
        INDArray noise = InversionSample.noise(client.outputShape().withBatch(InversionSample.TARGETS));
        assertThat(error(run(OPTIONS, client, noise))).isGreaterThan(.98 * meanImageError());
    }

    @Test
    void theSameSeedGivesTheSameBitsAlsoAtOneStrengthOnly() {
        OptimizationInversionOptions starts = new OptimizationInversionOptions(List.of(0d, .001), 20, .05, 3, 4, 2);
        Segment client = InversionSample.client();
        INDArray smashed = client.predict(InversionSample.targets());
        ReconstructedInputs first = run(starts, client, smashed);
        ReconstructedInputs second = run(starts, client, smashed);
        ReconstructedInputs only = run(starts.onlyAt(first.strongest().strength()), client, smashed);
        assertThat(bits(found(second))).isEqualTo(bits(found(first)));
        assertThat(bits(found(only))).isEqualTo(bits(found(first)));
        assertThat(only.strongest().history()).isEqualTo(first.strongest().history());
    }

    @Test
    void moreStartsNeverEndAtALargerLoss() {
        Segment client = InversionSample.client();
        INDArray smashed = client.predict(InversionSample.targets());
        double one = loss(run(new OptimizationInversionOptions(List.of(0d), 20, .05, 1, 6, 2), client, smashed));
        double three = loss(run(new OptimizationInversionOptions(List.of(0d), 20, .05, 3, 6, 2), client, smashed));
        assertThat(three).isLessThanOrEqualTo(one);
    }

    private static double loss(ReconstructedInputs outcome) {
        return outcome.strongest().history().get(9).training();
    }

    @Test
    void rowsOfATableComeBackInTheirOwnUnitsThroughNormalizationAndDropout() {
        Shape row = Shape.of(6);
        List<NamedLayer> layers = List.of(
                new NamedLayer("norm", new BatchNormalization()),
                new NamedLayer("dropout", new Dropout(.5)),
                new NamedLayer("dense", new Dense(12)));
        INDArray scales = Nd4j.createFromArray(.01f, .1f, 1, 10, 100, 1000).reshape(1, 6);
        INDArray rows = InversionSample.noise(80, 6).addi(2).muliRowVector(scales);
        Segment client = Segment.create(layers, row, Precision.FLOAT32, Seed.of(3));
        client.buffers()
                .assign(Nd4j.concat(1, scales.mul(2), scales.mul(scales)).reshape(12));
        INDArray own = rows.get(NDArrayIndex.interval(0, 60)).dup('c');
        INDArray secret = rows.get(NDArrayIndex.interval(60, 80)).dup('c');
        AuxiliaryData data = new AuxiliaryData(own, List.of());
        OptimizationInversionOptions options = new OptimizationInversionOptions(List.of(.01), 600, .1, 1, 8, 4);
        ReconstructedInputs outcome = new OptimizationInversion(options)
                .run(
                        view(row, client, client.predict(secret)),
                        new AttackerKnowledge(data, data),
                        Seed.of(1),
                        AttackProgress.silent());
        assertThat(outcome.strongest().strength()).isEqualTo("tv-0");
        INDArray errors = found(outcome).sub(secret).diviRowVector(scales);
        assertThat(InversionSample.meanSquare(errors)).isLessThan(.01);
    }

    @Test
    void layersThatDoNotLeadToTheSmashedDataAreAnError() {
        Segment identity = InversionSample.identity(InversionSample.IMAGE);
        assertThatThrownBy(() -> run(OPTIONS, identity, InversionSample.noise(6, 40)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "(none) turn inputs of (1x28x28) into (1x28x28), but smashed data of (40) arrived");
    }

    @Test
    void anAttackerWithoutValidationRecordsIsAnError() {
        AuxiliaryData none = new AuxiliaryData(Nd4j.empty(DataType.FLOAT), List.of());
        Segment client = InversionSample.client();
        assertThatThrownBy(() -> new OptimizationInversion(OPTIONS)
                        .run(
                                view(InversionSample.IMAGE, client, client.predict(InversionSample.targets())),
                                new AttackerKnowledge(none, none),
                                Seed.of(1),
                                AttackProgress.silent()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("attacker-validation: is 0; it must be at least 1.");
    }

    @Test
    void aClientWithTheSameLayersGetsWhatAnInformedServerGets() {
        OptimizationInversionOptions few = new OptimizationInversionOptions(List.of(0d), 20, .05, 1, 6, 2);
        OptimizationInversionOptions byPeer =
                new OptimizationInversionOptions(List.of(0d), 20, .05, 1, 6, 2, Informed.PEER);
        Segment client = InversionSample.client();
        INDArray smashed = client.predict(InversionSample.targets());
        Segment server = InversionSample.identity(Shape.ofExample(smashed.shape()));
        LayerSharingPeerView peer = new LayerSharingPeerView(
                InversionSample.observation(InversionSample.IMAGE, client.layers(), smashed, server), client::copy);
        ReconstructedInputs seen = new OptimizationInversion(byPeer)
                .run(peer, InversionSample.knowledge(1), Seed.of(1), AttackProgress.silent());
        assertThat(bits(found(seen))).isEqualTo(bits(found(run(few, client, smashed))));
        assertThat(byPeer.create().view()).isEqualTo(LayerSharingPeerView.class);
        assertThat(byPeer.create().name()).isEqualTo("optimization-inversion-by-peer");
    }

    @Test
    void everyMistakeIsNamed() {
        assertThatThrownBy(() -> new OptimizationInversionOptions(List.of(-1d, -1d), 0, 0, 0, 0, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("total-variation-weights[1]: is -1.0; it must be a finite number of at least 0.")
                .hasMessageContaining("total-variation-weights: is [-1.0, -1.0]; list each weight once.")
                .hasMessageContaining("iterations: is 0; it must be at least 1.")
                .hasMessageContaining("step-size: is 0.0; it must be a finite number greater than 0.")
                .hasMessageContaining("starts: is 0; it must be at least 1.")
                .hasMessageContaining("batch-size: is 0; it must be at least 1.")
                .hasMessageContaining("validation-records: is 0; it must be at least 1.");
        assertThatThrownBy(() -> OPTIONS.onlyAt("tv-7"))
                .hasMessageContaining("(tv-7)")
                .hasMessageContaining("its strengths are tv-0, tv-0.001.");
    }

    private static ReconstructedInputs run(OptimizationInversionOptions options, Segment client, INDArray smashed) {
        InformedServerView view = view(InversionSample.IMAGE, client, smashed);
        return new OptimizationInversion(options)
                .run(view, InversionSample.knowledge(1), Seed.of(1), AttackProgress.silent());
    }

    private static InformedServerView view(Shape input, Segment client, INDArray smashed) {
        Segment server = InversionSample.identity(Shape.ofExample(smashed.shape()));
        return new InformedServerView(
                InversionSample.observation(input, client.layers(), smashed, server), client::copy);
    }
}
