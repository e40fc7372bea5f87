package peekbench.attack.hijacking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.attack.AttackSamples;
import peekbench.nn.Optimizer;
import peekbench.nn.OptimizerState;
import peekbench.nn.Rows;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.NamedLayer;
import peekbench.problem.ConfigurationException;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.ArrivedBatch;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.PlayedTraining;
import peekbench.threat.observation.ServerBehavior;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.MaliciousServerView;

/** On images of one soft blob each, and rows of a table. */
@Tag("slow")
class FeatureSpaceHijackingTest {
    private static final Shape IMAGE = Shape.of(1, 8, 8);
    private static final Shape ROW = Shape.of(5);
    private static final int BATCH = 16;
    private static final FeatureSpaceHijackingOptions OPTIONS = options(300, List.of(100));
    private static final List<NamedLayer> CONVOLUTION = List.of(
            new NamedLayer("conv1", new Convolution(8, 3, 2, 1)),
            new NamedLayer("relu1", Activation.RELU),
            new NamedLayer("conv2", new Convolution(4, 3, 1, 1)));

    private final AttackerKnowledge images = new AttackerKnowledge(
            new AuxiliaryData(blobs("auxiliary", 200), List.of()),
            new AuxiliaryData(blobs("validation", 40), List.of()));
    private final INDArray secret = blobs("secret", 256);

    private static FeatureSpaceHijackingOptions options(int iterations, List<Integer> checkpoints) {
        return options(iterations, checkpoints, iterations);
    }

    private static FeatureSpaceHijackingOptions options(
            int iterations, List<Integer> checkpoints, int pilotIterations) {
        return new FeatureSpaceHijackingOptions(
                iterations, checkpoints, 5e-3, pilotIterations, 5e-3, .5, 1, 1, 8, 16, 1, 32);
    }

    @Test
    void aClientThatFollowsGivesItsRecordsAway() {
        ReconstructedInputs outcome = attack(OPTIONS, new Client(CONVOLUTION, secret, 1e-3), images);
        ReconstructedInputs unmoved = attack(OPTIONS, new Client(CONVOLUTION, secret, 0), images);
        double mean = meanSquare(secret.sub(images.auxiliary().inputs().mean(true, 0)));
        assertThat(error(outcome.strongest())).isLessThan(.5 * mean);
        assertThat(error(unmoved.strongest())).isGreaterThan(.8 * mean);
        assertThat(outcome.candidates()).extracting(Candidate::strength).containsExactly("iteration-100", "end");
        assertThat(outcome.candidates().get(1).history())
                .extracting(Candidate.EpochLoss::epoch)
                .containsExactly(100, 300);
        INDArray found = outcome.strongest().reconstructions().get(TargetSet.VICTIM_TRAIN);
        assertThat(found.minNumber().doubleValue()).isGreaterThanOrEqualTo(0);
        assertThat(found.maxNumber().doubleValue()).isLessThanOrEqualTo(1);
    }

    @Test
    void theSameSeedGivesTheSameBitsAndACheckpointIsATrainingThatEndsThere() {
        FeatureSpaceHijackingOptions two = options(30, List.of(10, 400));
        List<Candidate> first =
                attack(two, new Client(CONVOLUTION, secret, 1e-3), images).candidates();
        List<Candidate> second =
                attack(two, new Client(CONVOLUTION, secret, 1e-3), images).candidates();
        List<Candidate> early = attack(two.onlyAt("iteration-10"), new Client(CONVOLUTION, secret, 1e-3), images)
                .candidates();
        assertThat(two.strengths()).containsExactly("iteration-10", "end");
        assertThat(bits(second.get(1))).isEqualTo(bits(first.get(1)));
        assertThat(bits(early.get(0))).isEqualTo(bits(first.get(0)));
        assertThat(second.get(1).history()).isEqualTo(first.get(1).history());
    }

    @Test
    void aPilotThatHasLearnedEnoughStaysAndTheLastStateIsTheAttackersBest() {
        ReconstructedInputs learning = attack(options(40, List.of(20)), new Client(CONVOLUTION, secret, 1e-3), images);
        ReconstructedInputs staying =
                attack(options(40, List.of(20), 20), new Client(CONVOLUTION, secret, 1e-3), images);
        List<Candidate> states = staying.candidates();
        assertThat(bits(states.get(0))).isEqualTo(bits(learning.candidates().get(0)));
        assertThat(bits(states.get(1))).isNotEqualTo(bits(learning.candidates().get(1)));
        assertThat(states.get(1).history()).isEqualTo(states.get(0).history());
        assertThat(states.get(1).validationLoss()).isEqualTo(states.get(0).validationLoss());
        assertThat(staying.strongest().strength()).isEqualTo("end");
    }

    @Test
    void ofAClientThatDoesNotLearnNothingIsMissedByAnEndWithThePilots() {
        FeatureSpaceHijackingOptions whole = options(40, List.of(20, 30), 25);
        for (String strength : whole.strengths()) {
            Candidate full = attack(whole.onlyAt(strength), new Client(CONVOLUTION, secret, 0), images)
                    .strongest();
            Candidate floor = attack(whole.againstUntrained(strength), new Client(CONVOLUTION, secret, 0), images)
                    .strongest();
            assertThat(bits(floor)).as(strength).isEqualTo(bits(full));
        }
        assertThat(whole.againstUntrained("end").iterations()).isEqualTo(25);
        assertThat(whole.againstUntrained("iteration-20").iterations()).isEqualTo(20);
    }

    @Test
    void rowsOfATableComeBackInTheirOwnUnits() {
        INDArray rows = rows("secret", 128);
        AttackerKnowledge own = new AttackerKnowledge(
                new AuxiliaryData(rows("auxiliary", 200), List.of()),
                new AuxiliaryData(rows("validation", 40), List.of()));
        OwnBatches batches = new OwnBatches(own, false, Seed.of(1));
        INDArray standardized = batches.next(200);
        assertThat(standardized.std(false, 0).sub(1).amaxNumber().doubleValue()).isLessThan(1e-4);
        assertThat(batches.decode(batches.validation())
                        .sub(own.validation().inputs())
                        .div(rows.std(0))
                        .amaxNumber()
                        .doubleValue())
                .isLessThan(1e-4);
        List<NamedLayer> layers = List.of(new NamedLayer("dense", new Dense(8)));
        ReconstructedInputs outcome = attack(options(300, List.of()), new Client(layers, rows, 1e-3), own);
        assertThat(outcome.strongest().validationLoss()).isLessThan(.05);
        assertThat(outcome.strongest()
                        .reconstructions()
                        .get(TargetSet.VICTIM_TRAIN)
                        .shape())
                .isEqualTo(rows.shape());
    }

    @Test
    void theNetworksFitWhateverShapeIsSmashed() {
        List<List<NamedLayer>> clients = List.of(
                List.of(new NamedLayer("conv", new Convolution(3, 3, 1, 0)), new NamedLayer("tanh", Activation.TANH)),
                List.of(new NamedLayer("conv", new Convolution(2, 4, 1, 2))),
                List.of(new NamedLayer("conv", new Convolution(2, 5, 3, 1))),
                List.of(
                        new NamedLayer("flatten", new peekbench.nn.layer.Flatten()),
                        new NamedLayer("dense", new Dense(7)),
                        new NamedLayer("relu", Activation.RELU)));
        for (List<NamedLayer> layers : clients) {
            Client client = new Client(layers, secret, 1e-3);
            HijackNetworks networks = new HijackNetworks(OPTIONS, client.view());
            Segment pilot = Segment.create(networks.pilot(), IMAGE, Precision.FLOAT32, Seed.of(1));
            Segment critic = Segment.create(networks.critic(), pilot.outputShape(), Precision.FLOAT32, Seed.of(1));
            Segment inverse = Segment.create(networks.inverse(), pilot.outputShape(), Precision.FLOAT32, Seed.of(1));
            assertThat(pilot.outputShape()).isEqualTo(client.view().smashedShape());
            assertThat(inverse.outputShape()).isEqualTo(IMAGE);
            assertThat(critic.outputShape()).isEqualTo(Shape.of(1));
            boolean ends = layers.get(layers.size() - 1).spec() instanceof Activation;
            assertThat(networks.pilot().get(networks.pilot().size() - 1).spec() instanceof Activation)
                    .isEqualTo(ends);
        }
    }

    @Test
    void pilotAndInverseLeadToEachOthersShapesFromEverySide() {
        for (int input = 4; input <= 33; input++) {
            for (int side = 1; side <= input; side++) {
                Shape image = Shape.of(3, input, input);
                Shape smashed = Shape.of(5, side, side);
                ConvolutionalPilot both = new ConvolutionalPilot(image, smashed, 2);
                assertThat(shape(both.pilot().layers(), image)).isEqualTo(smashed);
                assertThat(shape(both.inverse(), smashed)).isEqualTo(image);
            }
        }
    }

    private static Shape shape(List<NamedLayer> layers, Shape input) {
        Shape shape = input;
        for (NamedLayer layer : layers) {
            shape = layer.spec().outputShape(shape);
        }
        return shape;
    }

    @Test
    void mistakesInOptionsAndMissingRecordsAreNamed() {
        assertThatThrownBy(() -> new FeatureSpaceHijackingOptions(0, List.of(5, 5), 0, 0, 1, 1, -1, 1, 1, 1, -1, 1))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("iterations: is 0; it must be at least 1.")
                .hasMessageContaining("checkpoints: is [5, 5]; list each iteration once.")
                .hasMessageContaining("pilot-learning-rate: is 0.0; it must be a finite number greater than 0.")
                .hasMessageContaining("pilot-iterations: is 0; it must be at least 1.")
                .hasMessageContaining("critic-beta1: is 1.0; it must be at least 0 and less than 1.")
                .hasMessageContaining("gradient-penalty: is -1.0; it must be a finite number of at least 0.")
                .hasMessageContaining("critic-blocks: is -1; it must be at least 0.");
        assertThatThrownBy(() -> OPTIONS.onlyAt("iteration-7"))
                .hasMessageContaining("has no strength (iteration-7); its strengths are iteration-100, end.");
        AttackerKnowledge nothing =
                new AttackerKnowledge(images.auxiliary(), new AuxiliaryData(Nd4j.empty(DataType.FLOAT), List.of()));
        assertThatThrownBy(() -> attack(OPTIONS, new Client(CONVOLUTION, secret, 0), nothing))
                .hasMessageContaining("attacker-validation: is 0; it must be at least 1.");
    }

    /** A client that trains by Adam on whatever gradient comes back; at a step size of 0 it stays as it is. */
    private static final class Client {
        private final Segment layers;
        private final INDArray records;
        private final double stepSize;

        Client(List<NamedLayer> layers, INDArray records, double stepSize) {
            this.layers = Segment.create(layers, Shape.ofExample(records.shape()), Precision.FLOAT32, Seed.of(9));
            this.records = records;
            this.stepSize = stepSize;
        }

        MaliciousServerView view() {
            SmashedObservation known = new SmashedObservation(
                    Precision.FLOAT32,
                    layers.inputShape(),
                    layers.layers(),
                    layers.outputShape(),
                    Map.of(TargetSet.VICTIM_TRAIN, layers.predict(records)),
                    () -> Segment.create(List.of(), layers.outputShape(), Precision.FLOAT32, Seed.of(1)));
            return new MaliciousServerView(known, this::train);
        }

        private PlayedTraining train(ServerBehavior server, int batches, Set<Integer> looks) {
            OptimizerState adam = Optimizer.Adam.of(1e-3).start(layers);
            adam.scaleLearningRate(stepSize / 1e-3);
            List<PlayedTraining.Look> seen = new ArrayList<>();
            for (int batch = 0; batch < batches; batch++) {
                if (looks.contains(batch)) {
                    seen.add(look(batch));
                }
                int from = batch * BATCH % (int) records.size(0);
                int[] rows = new int[BATCH];
                Arrays.setAll(rows, row -> from + row);
                INDArray smashed = layers.forward(Rows.of(records, rows));
                layers.backwardParameters(server.answer(new ArrivedBatch(smashed, Optional.empty()), () -> {
                    throw new IllegalStateException("There is no honest server here.");
                }));
                adam.step();
            }
            seen.add(look(batches));
            return new PlayedTraining(batches, seen, Optional.empty());
        }

        private PlayedTraining.Look look(int batch) {
            return new PlayedTraining.Look(batch, Map.of(TargetSet.VICTIM_TRAIN, layers.predict(records)));
        }
    }

    private static ReconstructedInputs attack(
            FeatureSpaceHijackingOptions options, Client client, AttackerKnowledge knowledge) {
        return new FeatureSpaceHijacking(options).run(client.view(), knowledge, Seed.of(2), AttackProgress.silent());
    }

    private double error(Candidate candidate) {
        return meanSquare(
                candidate.reconstructions().get(TargetSet.VICTIM_TRAIN).sub(secret));
    }

    private static double meanSquare(INDArray difference) {
        return difference.mul(difference).meanNumber().doubleValue();
    }

    /** Arrays call themselves equal within 1e-5, so identity is asked of their bits. */
    private static byte[] bits(Candidate candidate) {
        return candidate
                .reconstructions()
                .get(TargetSet.VICTIM_TRAIN)
                .dup('c')
                .data()
                .asBytes();
    }

    private static INDArray blobs(String name, int examples) {
        return AttackSamples.blobs(name, examples, IMAGE, AttackSamples.Blobs.anywhere(IMAGE.size(1), 1, 2));
    }

    private static INDArray rows(String name, int examples) {
        return AttackSamples.rows(name, examples, ROW, -2);
    }
}
