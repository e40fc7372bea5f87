package peekbench.attack.sanitizer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.seed.Seed;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.Candidate;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.SmashedObservation;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.EavesdropperView;
import peekbench.threat.view.PeerClientView;
import peekbench.threat.view.SmashedViews;

/** Victims, an eavesdropper with records of its own, and layers between, all in float64. */
final class Wires {
    static final Shape IMAGE = Shape.of(1, 12, 12);
    static final Shape ROW = Shape.of(6);
    private static final int OWN = 400;
    private static final int VICTIMS = 300;

    private final Shape shape;
    private final AttackerKnowledge knowledge;
    private final Map<TargetSet, INDArray> victims = new EnumMap<>(TargetSet.class);

    private Wires(Shape shape) {
        this.shape = shape;
        this.knowledge = new AttackerKnowledge(
                new AuxiliaryData(inputs("auxiliary", OWN), List.of()),
                new AuxiliaryData(inputs("validation", OWN), List.of()));
        for (TargetSet targets : TargetSet.values()) {
            victims.put(targets, inputs(targets.label(), VICTIMS));
        }
    }

    /** Images of a blob on a background of exact zeros. */
    static Wires ofImages() {
        return new Wires(IMAGE);
    }

    /** Rows of a table, standardised, skewed and correlated. */
    static Wires ofRows() {
        return new Wires(ROW);
    }

    AttackerKnowledge knowledge() {
        return knowledge;
    }

    INDArray own() {
        return knowledge.auxiliary().inputs();
    }

    INDArray victims(TargetSet targets) {
        return victims.get(targets);
    }

    /** The attack's outcome when all clients send through one layer. */
    ReconstructedInputs attack(AttackOptions options, UnaryOperator<INDArray> layer) {
        return attack(options, layer, layer);
    }

    /**
     * @param known the layer of the client that sent the known records and those of the second target set
     * @param other the layer of the client that sent those of the first
     */
    ReconstructedInputs attack(AttackOptions options, UnaryOperator<INDArray> known, UnaryOperator<INDArray> other) {
        Map<TargetSet, INDArray> sent = new EnumMap<>(TargetSet.class);
        sent.put(TargetSet.VICTIM_TRAIN, other.apply(victims.get(TargetSet.VICTIM_TRAIN)));
        sent.put(TargetSet.VICTIM_TEST, known.apply(victims.get(TargetSet.VICTIM_TEST)));
        Shape smashed = Shape.ofExample(sent.get(TargetSet.VICTIM_TEST).shape());
        SmashedObservation observation =
                new SmashedObservation(Precision.FLOAT64, shape, List.of(), smashed, sent, () -> segment(smashed));
        SmashedViews views = new SmashedViews(observation, known, () -> segment(shape));
        Attack<?, ?> attack = options.create();
        return run(attack, views);
    }

    /**
     * The outcome of an attack by a client.
     *
     * @param own what its sanitizer does
     * @param others what those of the other clients do
     */
    ReconstructedInputs attackByPeer(
            LeakedVectorOptions options, UnaryOperator<INDArray> own, UnaryOperator<INDArray> others) {
        Map<TargetSet, INDArray> sent = new EnumMap<>(TargetSet.class);
        victims.forEach((targets, inputs) -> sent.put(targets, others.apply(inputs)));
        Shape smashed = Shape.ofExample(sent.get(TargetSet.VICTIM_TEST).shape());
        SmashedObservation observation =
                new SmashedObservation(Precision.FLOAT64, shape, List.of(), smashed, sent, () -> segment(smashed));
        return new LeakedVectorAttack(options)
                .run(new PeerClientView(observation, own), knowledge, Seed.of(5), AttackProgress.silent());
    }

    @SuppressWarnings("unchecked") // both attacks on sanitizers take this view and give this outcome
    private ReconstructedInputs run(Attack<?, ?> attack, SmashedViews views) {
        return ((Attack<EavesdropperView, ReconstructedInputs>) attack)
                .run(views.eavesdropper(knowledge.auxiliary()), knowledge, Seed.of(5), AttackProgress.silent());
    }

    private static Segment segment(Shape shape) {
        return Segment.create(List.of(), shape, Precision.FLOAT64, Seed.of(1));
    }

    /** Case 1: times standard normal factors. */
    UnaryOperator<INDArray> case1() {
        INDArray factors = factors();
        return inputs -> inputs.mul(factors);
    }

    /** Case 2: the same, with what is negative zeroed. */
    UnaryOperator<INDArray> case2() {
        INDArray factors = factors();
        return inputs -> Transforms.relu(inputs.mul(factors));
    }

    /** Like Case 3: numbers mixed by random weights, then rectified. */
    UnaryOperator<INDArray> case3() {
        int length = shape.length();
        INDArray weights = Nd4j.createFromArray(gaussian("weights", length * length))
                .reshape('c', length, length)
                .div(Math.sqrt(length));
        return inputs -> {
            INDArray mixed = inputs.reshape('c', inputs.size(0), length).mmul(weights);
            return Transforms.relu(mixed).reshape('c', inputs.shape());
        };
    }

    INDArray factors() {
        return Nd4j.createFromArray(gaussian("factors", shape.length())).reshape('c', shape.withBatch(1));
    }

    private static double[] gaussian(String name, int count) {
        RandomGenerator generator = Seed.of(3).child(name).generator();
        return generator.doubles(count).map(ignored -> generator.nextGaussian()).toArray();
    }

    private INDArray inputs(String name, int examples) {
        RandomGenerator generator = Seed.of(11).child(name).generator();
        double[] values = new double[examples * shape.length()];
        for (int n = 0; n < examples; n++) {
            double[] one = shape.isImage() ? image(generator) : row(generator);
            System.arraycopy(one, 0, values, n * one.length, one.length);
        }
        return Nd4j.create(values, shape.withBatch(examples), 'c');
    }

    private static double[] image(RandomGenerator generator) {
        int side = IMAGE.size(1);
        double top = generator.nextDouble(side);
        double left = generator.nextDouble(side);
        double width = generator.nextDouble(2, 5);
        double[] pixels = new double[IMAGE.length()];
        for (int i = 0; i < pixels.length; i++) {
            double distance = Math.hypot((double) i / side - top, i % side - left) / width;
            double brightness = Math.exp(-distance * distance);
            pixels[i] = brightness < .05 ? 0 : brightness;
        }
        return pixels;
    }

    private static double[] row(RandomGenerator generator) {
        double[] values = new double[ROW.length()];
        double common = -Math.log(1 - generator.nextDouble());
        for (int i = 0; i < values.length; i++) {
            // Mean 0, deviation 1, skewed like incomes or blood values.
            values[i] = .6 * (common - 1) + .8 * (-Math.log(1 - generator.nextDouble()) - 1);
        }
        return values;
    }

    static INDArray made(Candidate candidate, TargetSet targets) {
        return candidate.reconstructions().get(targets);
    }

    double worst(Candidate candidate, TargetSet targets) {
        return made(candidate, targets).sub(victims(targets)).amaxNumber().doubleValue();
    }

    double error(Candidate candidate) {
        return meanSquare(made(candidate, TargetSet.VICTIM_TEST).sub(victims(TargetSet.VICTIM_TEST)));
    }

    /** The error of the mean of the attacker's records. */
    double meanError() {
        return meanSquare(victims(TargetSet.VICTIM_TEST).sub(own().mean(true, 0)));
    }

    private static double meanSquare(INDArray difference) {
        return difference.mul(difference).meanNumber().doubleValue();
    }

    /** Arrays call themselves equal within 1e-5, so identity is asked of their bits. */
    static byte[] bits(INDArray array) {
        return array.dup('c').data().asBytes();
    }
}
