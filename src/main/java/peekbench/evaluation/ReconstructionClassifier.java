package peekbench.evaluation;

import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.Architecture;
import peekbench.nn.BatchTrainer;
import peekbench.nn.Optimizer;
import peekbench.nn.Rows;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.loss.LossFunction;
import peekbench.nn.model.LeNet5;
import peekbench.nn.model.ModelOptions;
import peekbench.nn.model.MultilayerPerceptron;
import peekbench.seed.Seed;
import peekbench.threat.observation.AuxiliaryData;

/**
 * A classifier that never saw a private record: how many reconstructions does it still give the right class? Trained on
 * the attacker's auxiliary originals with Adam; LeNet-5 for images that fit it, a dense network otherwise.
 */
final class ReconstructionClassifier {
    private static final int BATCH = 64;
    private static final double LEARNING_RATE = 1e-3;
    private static final int SMALLEST_LENET_SIDE = 16;

    private final Segment network;
    private final FeatureSpace features;

    ReconstructionClassifier(AuxiliaryData data, int classes, int epochs, Seed seed) {
        Shape input = Shape.ofExample(data.inputs().shape());
        boolean fits = input.isImage() && Math.min(input.size(1), input.size(2)) >= SMALLEST_LENET_SIDE;
        ModelOptions model = fits ? new LeNet5() : new MultilayerPerceptron();
        Architecture architecture = model.architecture(input, classes);
        Precision precision = data.inputs().dataType() == DataType.DOUBLE ? Precision.FLOAT64 : Precision.FLOAT32;
        this.network = Segment.create(architecture.layers(), input, precision, seed.child("weights"));
        BatchTrainer trainer = new BatchTrainer(network, Optimizer.Adam.of(LEARNING_RATE), LossFunction.CROSS_ENTROPY);
        INDArray targets = oneHot(data.labels(), classes, precision);
        for (int epoch = 0; epoch < epochs; epoch++) {
            int[] order = seed.child("epoch-" + epoch).permutation(data.size());
            for (int from = 0; from < order.length; from += BATCH) {
                int[] rows = Arrays.copyOfRange(order, from, Math.min(from + BATCH, order.length));
                // The garbage collector sees only the small headers of arrays and would let many batches pile up beside
                // the heap.
                try (INDArray inputs = Rows.of(data.inputs(), rows);
                        INDArray wanted = Rows.of(targets, rows)) {
                    trainer.step(inputs, wanted);
                }
            }
        }
        this.features = FeatureSpace.of(network);
    }

    private static INDArray oneHot(List<Integer> labels, int classes, Precision precision) {
        INDArray targets = Nd4j.zeros(precision.dataType(), labels.size(), classes);
        for (int i = 0; i < labels.size(); i++) {
            targets.putScalar(i, labels.get(i), 1);
        }
        return targets;
    }

    /** The class that is read in each input, from 0. */
    List<Integer> read(INDArray inputs) {
        return Arrays.stream(network.predict(inputs).argMax(1).toIntVector())
                .boxed()
                .toList();
    }

    /** What it sees in inputs before it decides. */
    FeatureSpace features() {
        return features;
    }

    /** For each input whether its class was recognised: 1 or 0. */
    static double[] recognised(List<Integer> read, List<Integer> labels) {
        double[] right = new double[read.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = read.get(i).equals(labels.get(i)) ? 1 : 0;
        }
        return right;
    }
}
