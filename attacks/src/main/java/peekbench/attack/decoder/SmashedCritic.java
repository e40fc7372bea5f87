package peekbench.attack.decoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.attack.inversion.ShadowClient;
import peekbench.nn.Optimizer;
import peekbench.nn.OptimizerState;
import peekbench.nn.Rows;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Flatten;
import peekbench.nn.layer.LayerSpec;
import peekbench.nn.layer.LeakyRelu;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.loss.LossFunction;
import peekbench.seed.Seed;

/**
 * A network D that tells smashed data that arrived from those of a simulator, learns on while the simulator does, and pushes
 * it towards data that D takes for arrived ones:
 *
 * <pre>
 * D minimises      mean of -log D(z) over arrived z  +  mean of -log(1 - D(ẑ)) over simulated ẑ
 * the simulator    loss + weight · mean of -log D(ẑ)
 * </pre>
 *
 * D(z) is the first of two softmax outputs. Smashed data are standardised a channel by the arrived ones before D sees them.
 */
final class SmashedCritic implements ShadowClient.Regularization {
    private static final double SLOPE = .2;
    private static final int CHANNELS = 32;
    private static final int UNITS = 128;
    private static final int KERNEL = 3;
    private static final int OUTPUTS = 2;
    private static final int ARRIVED = 0;
    private static final int SIMULATED = 1;

    private final INDArray arrived;
    private final Standardization scale;
    private final double weight;
    private final Segment network;
    private final OptimizerState optimizer;
    private final RandomGenerator draws;

    /**
     * @param arrived {@code [N, …]}, smashed data of private records
     * @param weight of the adversarial loss
     * @param learningRate Adam's of D
     */
    SmashedCritic(INDArray arrived, double weight, double learningRate, Precision precision, Seed seed) {
        this.scale = Standardization.of(arrived);
        this.arrived = scale.apply(arrived);
        this.weight = weight;
        Shape shape = Shape.ofExample(arrived.shape());
        this.network = Segment.create(layers(shape), shape, precision, seed.child("weights"));
        this.optimizer = Optimizer.Adam.of(learningRate).start(network);
        this.draws = seed.child("batches").generator();
    }

    private static List<NamedLayer> layers(Shape smashed) {
        List<LayerSpec> hidden = smashed.isImage()
                ? List.of(new Convolution(CHANNELS, KERNEL, 2, 1), new Convolution(2 * CHANNELS, KERNEL, 2, 1))
                : List.of(new Dense(UNITS), new Dense(UNITS / 2));
        List<NamedLayer> layers = new ArrayList<>();
        if (!smashed.isImage() && smashed.rank() > 1) {
            layers.add(new NamedLayer("vector", new Flatten()));
        }
        for (int i = 1; i <= hidden.size(); i++) {
            layers.add(new NamedLayer("hidden" + i, hidden.get(i - 1)));
            layers.add(new NamedLayer("leaky" + i, new LeakyRelu(SLOPE)));
        }
        if (smashed.isImage()) {
            layers.add(new NamedLayer("flatten", new Flatten()));
        }
        layers.add(new NamedLayer("output", new Dense(OUTPUTS)));
        return layers;
    }

    /** Learns from the batch and as many arrived data, then adds the gradient of the weighted adversarial loss. */
    @Override
    public INDArray gradient(INDArray smashed, INDArray ofTask) {
        if (weight == 0) {
            return ofTask;
        }
        INDArray simulated = scale.apply(smashed);
        int count = Math.toIntExact(simulated.size(0));
        learn(simulated, count);
        INDArray wanted = targets(count, ARRIVED);
        INDArray slope = network.backward(LossFunction.CROSS_ENTROPY
                .of(network.forward(simulated), wanted)
                .gradient());
        return slope.div(scale.deviation()).muli(weight).addi(ofTask);
    }

    private void learn(INDArray simulated, int count) {
        int[] rows = draws.ints(count, 0, Math.toIntExact(arrived.size(0))).toArray();
        INDArray both = Nd4j.concat(0, Rows.of(arrived, rows), simulated);
        INDArray truth = Nd4j.concat(0, targets(count, ARRIVED), targets(count, SIMULATED));
        network.backwardParameters(
                LossFunction.CROSS_ENTROPY.of(network.forward(both), truth).gradient());
        optimizer.step();
    }

    private INDArray targets(int count, int output) {
        double[] row = new double[OUTPUTS];
        row[output] = 1;
        double[][] rows = new double[count][];
        Arrays.fill(rows, row);
        return Nd4j.createFromArray(rows).castTo(arrived.dataType());
    }
}
