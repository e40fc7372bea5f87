package peekbench.deeplearning4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;
import peekbench.nn.Architecture;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.GivenWeights;
import peekbench.nn.layer.Lstm;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.loss.LossAndGradient;
import peekbench.nn.loss.LossFunction;
import peekbench.seed.Seed;

/** Holds a network that was read from a file to what DeepLearning4J itself computes with it. */
final class Judge {
    private static final int EXAMPLES = 4;

    private Judge() {}

    static Path written(Model network, Path folder) {
        Path file = folder.resolve("net.zip");
        try {
            ModelSerializer.writeModel(network, file.toFile(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    static INDArray batch(Shape example, Precision precision) {
        RandomGenerator random = Seed.of(3).child("inputs").generator();
        INDArray batch = Nd4j.zeros(precision.dataType(), example.withBatch(EXAMPLES));
        for (int i = 0; i < batch.length(); i++) {
            batch.putScalar(i, random.nextDouble());
        }
        return batch;
    }

    static INDArray targets(int classes, Precision precision) {
        INDArray targets = Nd4j.zeros(precision.dataType(), EXAMPLES, classes);
        for (int i = 0; i < EXAMPLES; i++) {
            targets.putScalar(i, i % classes, 1);
        }
        return targets;
    }

    /** Forward, loss, gradients of parameters and input, whole and split at every cut. */
    static void agrees(Model network, Shape example, Precision precision, Path folder) {
        agrees(network, example, example.withBatch(EXAMPLES), precision, folder);
    }

    /** @param shapeThere the shape of a batch as DeepLearning4J takes it: that of ours, or of sequences transposed */
    static void agrees(Model network, Shape example, long[] shapeThere, Precision precision, Path folder) {
        double tolerance = precision == Precision.FLOAT64 ? 1e-9 : 1e-4;
        INDArray inputs = batch(example, precision);
        INDArray targets = targets(Networks.CLASSES, precision);
        INDArray there = example.rank() == 2 ? inputs.permute(0, 2, 1).dup('c') : inputs;
        assertThat(there.shape()).isEqualTo(shapeThere);
        Path file = written(network, folder);
        Architecture ours =
                new DeepLearning4jModel(file.toString(), InitialWeights.KEPT).architecture(example, Networks.CLASSES);

        INDArray expectedGradients = gradients(network, there, targets);
        INDArray expectedOutputs = outputs(network, there);
        double expectedLoss = network.score();
        NetworkFile ofGradients = NetworkFile.read(file, false).withWeights(expectedGradients.reshape(-1));
        INDArray expected = parameters(new NetworkLayers(ofGradients)
                .architecture("gradients", example)
                .layers());

        Segment whole = Segment.create(ours.layers(), example, precision, Seed.of(1));
        close(Transforms.softmax(whole.predict(inputs), true), expectedOutputs, tolerance, "predictions");
        LossAndGradient loss = LossFunction.CROSS_ENTROPY.of(whole.forward(inputs), targets);
        assertThat(loss.loss()).isCloseTo(expectedLoss, org.assertj.core.data.Offset.offset(tolerance));
        INDArray ofInput = whole.backward(loss.gradient()).dup();
        close(whole.gradients(), expected, tolerance, "gradients");

        for (String cut : ours.cuts()) {
            Segment front = Segment.create(ours.front(cut), example, precision, Seed.of(1));
            Segment back = Segment.create(ours.back(cut), front.outputShape(), precision, Seed.of(1));
            LossAndGradient split = LossFunction.CROSS_ENTROPY.of(back.forward(front.forward(inputs)), targets);
            INDArray splitInput = front.backward(back.backward(split.gradient()));
            close(splitInput, ofInput, tolerance, "gradient of the input at " + cut);
            INDArray joined = front.gradients().isEmpty()
                    ? back.gradients()
                    : Nd4j.concat(0, front.gradients(), back.gradients());
            close(joined, whole.gradients(), tolerance, "gradients at " + cut);
        }
    }

    private static INDArray gradients(Model network, INDArray inputs, INDArray targets) {
        if (network instanceof MultiLayerNetwork layers) {
            layers.setInput(inputs);
            layers.setLabels(targets);
            layers.computeGradientAndScore();
        } else {
            ComputationGraph graph = (ComputationGraph) network;
            graph.setInputs(inputs);
            graph.setLabels(targets);
            graph.computeGradientAndScore();
        }
        return network.gradient().gradient().div(EXAMPLES); // a sum over the batch, which its updaters divide
    }

    private static INDArray outputs(Model network, INDArray inputs) {
        return network instanceof MultiLayerNetwork layers
                ? layers.output(inputs)
                : ((ComputationGraph) network).outputSingle(inputs);
    }

    /** All parameters that layers bring along, in their order. */
    static INDArray parameters(List<NamedLayer> layers) {
        List<INDArray> all = new ArrayList<>();
        layers.forEach(layer -> collect(layer, all));
        return Nd4j.concat(0, all.toArray(INDArray[]::new));
    }

    private static void collect(NamedLayer layer, List<INDArray> all) {
        if (layer.spec() instanceof GivenWeights given && given.layer() instanceof Lstm lstm) {
            int gates = 4 * lstm.units();
            int inputs = Math.toIntExact(given.parameters().length()) - gates;
            var once = NDArrayIndex.interval(0, inputs);
            var bias = NDArrayIndex.interval(inputs - gates, inputs);
            // Of our two biases, which are added, each has the gradient of the one there.
            all.add(Nd4j.concat(
                    0, given.parameters().get(once), given.parameters().get(bias)));
        } else if (layer.spec() instanceof GivenWeights given) {
            all.add(given.parameters());
        } else if (layer.spec() instanceof Branches branches) {
            for (Branches.Node node : branches.nodes()) {
                if (node instanceof Branches.Path path) {
                    path.layers().forEach(inner -> collect(inner, all));
                }
            }
        }
    }

    static void close(INDArray found, INDArray expected, double tolerance, String what) {
        assertThat(found.shape()).as(what).isEqualTo(expected.shape());
        double largest = Transforms.abs(found.castTo(expected.dataType()).sub(expected))
                .maxNumber()
                .doubleValue();
        assertThat(largest).as(what).isLessThanOrEqualTo(tolerance);
    }
}
