package peekbench.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.nn.Rows;
import peekbench.nn.Segment;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.NamedLayer;
import peekbench.registry.Paper;
import peekbench.seed.Seed;

/**
 * What a trained network sees in inputs: the outputs of its activations, one layer a stage.
 *
 * <p>The distance of two inputs is LPIPS without learned weights: features are divided by their length over the channels at
 * each place, and the squared differences are summed over channels and averaged over places,
 * {@code d = 1/L Σ_l 1/(H_l W_l) Σ_hw |a_lhw / |a_lhw| - b_lhw / |b_lhw||²}. It lies in [0, 4], and in [0, 2] after ReLU.
 * A dense layer has one place, whose channels are its units.
 *
 * <p>Deviations from the paper: the network is not one trained on ImageNet but a small one, trained on the few records at
 * hand, no weights were fitted to what people call similar, dense layers count too, and layers are averaged, not summed. So
 * values compare within one data set only.
 */
@Paper(
        authors = "Zhang, Isola, Efros, Shechtman, Wang",
        title = "The unreasonable effectiveness of deep features as a perceptual metric",
        year = 2018,
        venue = "CVPR",
        section = "3, Eq. 1")
final class FeatureSpace {
    /** Inputs that are looked at together: early layers of large images are large. */
    private static final int TOGETHER = 50;

    /** Keeps places where nothing is active from a division by zero, as in the paper's code. */
    private static final double LEAST_LENGTH = 1e-10;

    private final Segment trunk;
    private final List<Segment> stages;

    /**
     * @param trunk all layers up to the last activation
     * @param stages the same, an activation each
     */
    private FeatureSpace(Segment trunk, List<Segment> stages) {
        this.trunk = trunk;
        this.stages = List.copyOf(stages);
    }

    /** That of a network with at least one activation, as it is now. */
    static FeatureSpace of(Segment network) {
        List<NamedLayer> layers = network.layers();
        List<Segment> stages = new ArrayList<>();
        Shape input = network.inputShape();
        int from = 0;
        int taken = 0;
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i).spec() instanceof Activation) {
                Segment stage = part(network, layers.subList(from, i + 1), input, taken);
                stages.add(stage);
                input = stage.outputShape();
                from = i + 1;
                taken += stage.parameterCount();
            }
        }
        return new FeatureSpace(part(network, layers.subList(0, from), network.inputShape(), 0), stages);
    }

    /** Some layers of a network with its weights, which begin at a place among all. */
    private static Segment part(Segment network, List<NamedLayer> layers, Shape input, int parameters) {
        Segment part = Segment.create(layers, input, network.precision(), Seed.of(0));
        int count = part.parameterCount();
        if (count > 0) {
            part.parameters().assign(network.parameters().get(NDArrayIndex.interval(parameters, parameters + count)));
        }
        return part;
    }

    /** The features of the last activation, on which the class is decided, {@code [N, …]}. */
    INDArray last(INDArray inputs) {
        return trunk.predict(inputs);
    }

    /**
     * The distance of each pair.
     *
     * @param originals {@code [N, …]}
     * @param reconstructions of the same shape
     * @return {@code [N]}
     */
    double[] distances(INDArray originals, INDArray reconstructions) {
        int n = Math.toIntExact(originals.size(0));
        double[] distances = new double[n];
        for (int from = 0; from < n; from += TOGETHER) {
            int[] part = IntStream.range(from, Math.min(from + TOGETHER, n)).toArray();
            INDArray left = Rows.of(originals, part);
            INDArray right = Rows.of(reconstructions, part);
            for (Segment stage : stages) {
                left = stage.predict(left);
                right = stage.predict(right);
                add(left, right, from, distances);
            }
        }
        return distances;
    }

    private void add(INDArray left, INDArray right, int from, double[] distances) {
        int examples = Math.toIntExact(left.size(0));
        int channels = Math.toIntExact(left.size(1));
        int places = Math.toIntExact(left.length() / examples / channels);
        float[] a = left.data().asFloat();
        float[] b = right.data().asFloat();
        double share = 1.0 / places / stages.size();
        for (int i = 0; i < examples; i++) {
            int start = i * channels * places;
            double[] scaleA = scales(a, start, channels, places);
            double[] scaleB = scales(b, start, channels, places);
            double sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                int at = start + channel * places;
                for (int place = 0; place < places; place++) {
                    double apart = a[at + place] * scaleA[place] - b[at + place] * scaleB[place];
                    sum += apart * apart;
                }
            }
            distances[from + i] += sum * share;
        }
    }

    /** What makes the features of each place a vector of length 1. */
    private static double[] scales(float[] features, int start, int channels, int places) {
        double[] scales = new double[places];
        for (int channel = 0; channel < channels; channel++) {
            int at = start + channel * places;
            for (int place = 0; place < places; place++) {
                scales[place] += (double) features[at + place] * features[at + place];
            }
        }
        for (int place = 0; place < places; place++) {
            scales[place] = 1 / (Math.sqrt(scales[place]) + LEAST_LENGTH);
        }
        return scales;
    }
}
