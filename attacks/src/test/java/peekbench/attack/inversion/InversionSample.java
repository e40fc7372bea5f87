package peekbench.attack.inversion;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.attack.AttackSamples;
import peekbench.nn.Architecture;
import peekbench.nn.Optimizer;
import peekbench.nn.OptimizerState;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Flatten;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.loss.LossFunction;
import peekbench.nn.model.LeNet5;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.observation.TargetSet;

/** Images of one soft blob each, in a corner that is their class, and a small LeNet-5 that sees them. */
public final class InversionSample {
    public static final Shape IMAGE = Shape.of(1, 28, 28);
    public static final int TARGETS = 6;

    private static final int CORNERS = 4;

    private InversionSample() {}

    /** LeNet-5's layers up to its first convolution. */
    public static List<NamedLayer> front() {
        return new LeNet5().architecture(IMAGE, CORNERS).front("conv1");
    }

    public static Segment client() {
        return Segment.create(front(), IMAGE, Precision.FLOAT32, Seed.of(7));
    }

    public static Segment identity(Shape shape) {
        return Segment.create(List.of(), shape, Precision.FLOAT32, Seed.of(7));
    }

    /** What a server receives when smashed data are these. */
    public static SmashedObservation observation(
            Shape input, List<NamedLayer> layers, INDArray smashed, Segment server) {
        Map<TargetSet, INDArray> arrived = new EnumMap<>(TargetSet.class);
        arrived.put(TargetSet.VICTIM_TEST, smashed);
        return new SmashedObservation(
                Precision.FLOAT32, input, layers, Shape.ofExample(smashed.shape()), arrived, server::copy);
    }

    public static AttackerKnowledge knowledge(int auxiliary) {
        return new AttackerKnowledge(
                new AuxiliaryData(blobs("auxiliary", auxiliary), corners(auxiliary)),
                new AuxiliaryData(blobs("validation", 4), corners(4)));
    }

    public static INDArray targets() {
        return blobs("targets", TARGETS);
    }

    /** The corners of {@link #blobs}. */
    public static List<Integer> corners(int examples) {
        return IntStream.range(0, examples).mapToObj(n -> n % CORNERS).toList();
    }

    public static INDArray blobs(String name, int examples) {
        double half = IMAGE.size(1) / 2.0;
        return AttackSamples.blobs(name, examples, IMAGE, (number, generator) -> {
            int below = number % CORNERS / 2;
            int right = number % 2;
            return new AttackSamples.Blob(
                    (generator.nextDouble() + below) * half,
                    (generator.nextDouble() + right) * half,
                    generator.nextDouble(3, 8));
        });
    }

    /** Standard normal numbers. */
    public static INDArray noise(long... shape) {
        RandomGenerator generator = Seed.of(5).generator();
        float[] numbers = new float[Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact))];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) generator.nextGaussian();
        }
        return Nd4j.create(numbers, shape, 'c');
    }

    public static INDArray found(ReconstructedInputs outcome) {
        return outcome.strongest().reconstructions().get(TargetSet.VICTIM_TEST);
    }

    public static double error(ReconstructedInputs outcome) {
        return meanSquare(found(outcome).sub(targets()));
    }

    public static double meanImageError() {
        return meanSquare(targets().sub(blobs("auxiliary", 300).mean(true, 0)));
    }

    public static double meanSquare(INDArray difference) {
        return difference.mul(difference).meanNumber().doubleValue();
    }

    /** Arrays call themselves equal within 1e-5, so identity is asked of their bits. */
    public static byte[] bits(INDArray array) {
        return array.dup('c').data().asBytes();
    }

    /** Fresh layers behind a front, which end in a class a corner. */
    public static Segment server(List<NamedLayer> front) {
        Shape smashed = new Architecture("front", IMAGE, front).output();
        return Segment.create(head(), smashed, Precision.FLOAT32, Seed.of(9));
    }

    /** Their kinds. */
    public static List<NamedLayer> head() {
        return List.of(
                new NamedLayer("relu", Activation.RELU),
                new NamedLayer("flatten", new Flatten()),
                new NamedLayer("fc", new Dense(4)));
    }

    /** Trains both to tell the corners apart. */
    public static void train(Segment client, Segment server) {
        OptimizerState first = Optimizer.Adam.of(.005).start(client);
        OptimizerState last = Optimizer.Adam.of(.005).start(server);
        INDArray records = blobs("victims", 64);
        INDArray classes = Nd4j.zeros(64, 4);
        for (int n = 0; n < 64; n++) {
            classes.putScalar(n, corners(64).get(n), 1);
        }
        for (int step = 0; step < 40; step++) {
            INDArray outputs = server.forward(client.forward(records));
            client.backwardParameters(server.backward(
                    LossFunction.CROSS_ENTROPY.of(outputs, classes).gradient()));
            first.step();
            last.step();
        }
    }
}
