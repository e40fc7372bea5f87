package peekbench.attack.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static peekbench.attack.inversion.InversionSample.bits;
import static peekbench.attack.inversion.InversionSample.error;
import static peekbench.attack.inversion.InversionSample.found;
import static peekbench.attack.inversion.InversionSample.meanImageError;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.attack.inversion.InversionSample;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.Partition;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.nn.Optimizer;
import peekbench.nn.Rows;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.model.LeNet5;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.CuriousServerView;
import peekbench.training.Protocol;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingSetup;

/** The self-tests of the attack by a server that asks the client nothing. */
@Tag("slow")
class PseudoClientTest {
    private static final Dataset CLOTHING = DataCatalogue.embedded("fashion-mnist-sample");
    private static final int RECORDS = 160;
    private static final PseudoClientOptions OPTIONS = options(2);

    @Test
    void anIdentityClientIsReconstructedAlmostPerfectly() {
        CuriousServerView view = view(List.of(), InversionSample.targets());
        assertThat(error(run(options(6).onlyAt("adversarial-0"), view))).isLessThan(.05 * meanImageError());
    }

    @Test
    void smashedDataThatDoNotDependOnTheInputGiveNoMoreThanTheMeanImage() {
        INDArray noise = InversionSample.noise(InversionSample.TARGETS, 6, 28, 28);
        assertThat(error(run(OPTIONS.onlyAt("adversarial-0.03"), view(InversionSample.front(), noise))))
                .isGreaterThan(.98 * meanImageError());
    }

    /** Clothing through LeNet-5's first block, after a short training with the server. */
    @Test
    void aSimulatorInFrontOfATrainedServerBeatsTheMeanImage() {
        IndexSets sets = IndexSets.draw(CLOTHING, new IndexSets.Sizes(400, 100, 300, 60), Seed.of(1));
        TrainingSetup setup = new TrainingSetup(
                new LeNet5().architecture(CLOTHING.exampleShape(), 10),
                "pool1",
                CLOTHING,
                sets,
                new Partition.Iid(),
                new TrainingOptions(6, 20, Optimizer.Adam.of(.002)),
                List.of(),
                Precision.FLOAT32,
                Seed.of(1));
        Protocol protocol =
                new VanillaSplit(2, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE).create();
        AttackerKnowledge knowledge = new AttackerKnowledge(
                own(sets, IndexSets.Part.ATTACKER_AUXILIARY), own(sets, IndexSets.Part.ATTACKER_VALIDATION));
        int[] targets = sets.of(IndexSets.Part.VICTIM_TEST);
        CuriousServerView view = protocol.views(
                        setup,
                        protocol.train(setup, TrainingObserver.silent()),
                        Map.of(TargetSet.VICTIM_TEST, targets),
                        knowledge)
                .of(CuriousServerView.class)
                .orElseThrow();
        PseudoClientOptions options =
                new PseudoClientOptions(List.of(.05), 12, 32, .002, .0003, Capacity.SMALL, 3, 2, 0, 16, .01);
        INDArray originals = CLOTHING.inputs(targets, Precision.FLOAT32);
        INDArray found = found(new PseudoClient(options).run(view, knowledge, Seed.of(1), AttackProgress.silent()));
        INDArray mean = Rows.of(knowledge.auxiliary().inputs().mean(true, 0), new int[targets.length]);
        assertThat(InversionSample.meanSquare(found.sub(originals)))
                .isLessThan(.9 * InversionSample.meanSquare(mean.sub(originals)));
    }

    private static AuxiliaryData own(IndexSets sets, IndexSets.Part part) {
        int[] indices = sets.of(part);
        List<Integer> labels = Arrays.stream(CLOTHING.labels(indices)).boxed().toList();
        return new AuxiliaryData(CLOTHING.inputs(indices, Precision.FLOAT32), labels);
    }

    @Test
    void theSameSeedGivesTheSameBitsAlsoAtOneStrengthOnly() {
        CuriousServerView view =
                view(InversionSample.front(), InversionSample.client().predict(InversionSample.targets()));
        ReconstructedInputs first = run(OPTIONS, view);
        assertThat(first.candidates())
                .extracting(Candidate::strength)
                .containsExactly("adversarial-0", "adversarial-0.03");
        ReconstructedInputs only = run(OPTIONS.onlyAt(first.strongest().strength()), view);
        assertThat(bits(found(only))).isEqualTo(bits(found(first)));
        assertThat(only.strongest().history()).isEqualTo(first.strongest().history());
    }

    @Test
    void aServerThatCannotHelpIsAnError() {
        assertThatThrownBy(() -> run(OPTIONS, view(List.of(), InversionSample.noise(6, 400))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("smashed data of (400) arrived, as from an ensemble or through a relay.");
        CuriousServerView view =
                view(InversionSample.front(), InversionSample.client().predict(InversionSample.targets()));
        AuxiliaryData unlabelled = new AuxiliaryData(InversionSample.blobs("auxiliary", 8), List.of());
        assertThatThrownBy(() -> new PseudoClient(OPTIONS)
                        .run(view, new AttackerKnowledge(unlabelled, unlabelled), Seed.of(1), AttackProgress.silent()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("The attack (pseudo-client) trains on the classes of the attacker's records");
    }

    @Test
    void everyMistakeIsNamed() {
        assertThatThrownBy(() -> new PseudoClientOptions(List.of(), 0, 0, 0, 0, Capacity.SMALL, 0, 0, 0, 0, 0))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("adversarial-weights: is empty; list at least one number, for example 0.")
                .hasMessageContaining("simulator-epochs: is 0; it must be at least 1.")
                .hasMessageContaining("simulator-batch-size: is 0; it must be at least 1.")
                .hasMessageContaining("simulator-learning-rate: is 0.0;")
                .hasMessageContaining("critic-learning-rate: is 0.0;")
                .hasMessageContaining("patience: is 0; it must be at least 1.");
        assertThatThrownBy(() -> new PseudoClientOptions(List.of(-1., -1.), 1, 1, 1, 1, Capacity.SMALL, 1, 1, 0, 1, 1))
                .hasMessageContaining("adversarial-weights[0]: is -1.0;")
                .hasMessageContaining("adversarial-weights: is [-1.0, -1.0]; list each weight once.");
        assertThatThrownBy(() -> OPTIONS.onlyAt("adversarial-7"))
                .hasMessageContaining("(adversarial-7); its strengths are adversarial-0, adversarial-0.03.");
    }

    private static PseudoClientOptions options(int decoderEpochs) {
        return new PseudoClientOptions(
                List.of(0., .03), 2, 16, .005, .0003, Capacity.SMALL, decoderEpochs, 3, 0, 16, .01);
    }

    private static ReconstructedInputs run(PseudoClientOptions options, CuriousServerView view) {
        AttackerKnowledge knowledge = new AttackerKnowledge(
                InversionSample.knowledge(RECORDS).auxiliary(),
                new AuxiliaryData(InversionSample.blobs("validation", 32), InversionSample.corners(32)));
        return new PseudoClient(options).run(view, knowledge, Seed.of(1), AttackProgress.silent());
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
