package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.ChannelSums;
import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.Memory;
import peekbench.nn.memory.Memory.Matrix;

/**
 * Convolution of stride 1 by matrix products of which each window place is scattered to its output: best with few output
 * channels, where gathering would copy every input channel {@code kernel²} times, and with windows of one place, of which
 * nothing is copied but the output into its padding.
 *
 * <p>With {@code V [C, outputChannels * kernel²]} the weights regrouped, {@code shifted = Vᵀ x} holds what each input
 * place gives to the outputs around it; adding it up is the transpose of gathering windows from the output, whose padding
 * is {@code kernel - 1 - padding} and whose kernel is turned by 180 degrees.
 */
final class ScatteringConvolutionLayer extends ParameterLayer {
    private final Windows windows;
    private final Windows mirrored;
    private final int inputChannels;
    private final int outputChannels;
    private final int taps;
    private final WindowColumns ways;
    private final ReorderedParameters reordered;
    private final Chunks gathering;
    private final Chunks adding;
    private final ChannelSums biasSums;
    private final Memory biases;
    private final BatchBuffer outputs;
    private final BatchBuffer inputGradients;
    private final Memory shifted;
    private final Memory regrouped;
    private final Memory regroupedGradient;
    private Memory lastImages;

    ScatteringConvolutionLayer(Windows windows, int outputChannels, Precision precision) {
        super(
                outputChannels * windows.rows(),
                windows.rows(),
                outputChannels * windows.kernel() * windows.kernel(),
                precision);
        this.windows = windows;
        this.inputChannels = windows.image().size(0);
        this.outputChannels = outputChannels;
        this.taps = windows.kernel() * windows.kernel();
        this.mirrored = windows.mirrored(outputChannels);
        this.ways = mirrored.columns();
        this.reordered = new ReorderedParameters(
                places(outputChannels, inputChannels, taps), biasOffset(), Chunks.of(precision));
        this.gathering = Chunks.of(precision);
        this.adding = Chunks.of(precision);
        this.biasSums = new ChannelSums(outputChannels, windows.places(), precision);
        this.biases = new BatchBuffer(windows.output(outputChannels), precision).of(1);
        this.outputs = new BatchBuffer(windows.output(outputChannels), precision);
        this.inputGradients = new BatchBuffer(windows.image(), precision);
        this.shifted = new BatchBuffer(Shape.of(mirrored.length()), precision).of(1);
        this.regrouped = new BatchBuffer(Shape.of((long) outputChannels * taps * inputChannels), precision).of(1);
        this.regroupedGradient =
                new BatchBuffer(Shape.of((long) outputChannels * taps * inputChannels), precision).of(1);
        this.lastImages = unbound(precision);
    }

    @Override
    public INDArray forward(INDArray input, boolean training) {
        int examples = Math.toIntExact(input.size(0));
        int outputPlaces = windows.places();
        int inputPlaces = mirrored.places();
        lastImages = Memory.of(input);
        Memory output = outputs.of(examples);
        reordered.pick(parameters(), regrouped);
        if (isBiased()) {
            fillBias(biases, outputChannels, outputPlaces);
        }
        for (int n = 0; n < examples; n++) {
            int out = n * outputChannels * outputPlaces;
            shifted.multiply(
                    Matrix.of(regrouped, 0, inputChannels),
                    Matrix.of(lastImages, n * windows.image().length(), inputPlaces),
                    0,
                    outputChannels * taps,
                    inputPlaces,
                    inputChannels,
                    0);
            adding.read(0, biases, 0, outputChannels * outputPlaces);
            ways.addOnto(adding, shifted, 0, output, out);
        }
        return output.array();
    }

    /** {@code regrouped[(o, turned tap), c] = weights[o, c, tap]}. */
    private static int[] places(int outputChannels, int inputChannels, int taps) {
        int[] places = new int[outputChannels * taps * inputChannels];
        for (int o = 0; o < outputChannels; o++) {
            for (int c = 0; c < inputChannels; c++) {
                for (int tap = 0; tap < taps; tap++) {
                    int row = o * taps + taps - 1 - tap;
                    places[row * inputChannels + c] = (o * inputChannels + c) * taps + tap;
                }
            }
        }
        return places;
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        int examples = Math.toIntExact(outputGradient.size(0));
        int outputPlaces = windows.places();
        int inputPlaces = mirrored.places();
        int rows = outputChannels * taps;
        Memory gradient = Memory.of(outputGradient);
        Memory images = inputGradients.of(inputGradientWanted ? examples : 1);
        for (int n = 0; n < examples; n++) {
            double keep = n == 0 ? 0 : 1;
            int out = n * outputChannels * outputPlaces;
            int in = n * windows.image().length();
            ways.gather(gathering, gradient, out, shifted, 0);
            regroupedGradient.multiply(
                    Matrix.of(shifted, 0, inputPlaces),
                    Matrix.transposed(lastImages, in, inputPlaces),
                    0,
                    rows,
                    inputChannels,
                    inputPlaces,
                    keep);
            if (inputGradientWanted) {
                images.multiply(
                        Matrix.transposed(regrouped, 0, inputChannels),
                        Matrix.of(shifted, 0, inputPlaces),
                        in,
                        inputChannels,
                        inputPlaces,
                        rows,
                        0);
            }
        }
        reordered.add(regroupedGradient, gradients());
        sumBiasGradients(biasSums, gradient, examples);
        return inputGradientWanted ? images.array() : outputGradient;
    }
}
