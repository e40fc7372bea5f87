package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.ChannelSums;
import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.Memory;
import peekbench.nn.memory.Memory.Matrix;

/**
 * Convolution by matrix products over gathered windows: {@code output = weights columns + bias} an image. Best with few
 * input channels; the columns of a training batch are kept, so that the weight gradient needs one more product only.
 */
final class GatheringConvolutionLayer extends ParameterLayer {
    private final Windows windows;
    private final int outputChannels;
    private final WindowColumns ways;
    private final Chunks gathering;
    private final Chunks adding;
    private final ChannelSums biasSums;
    private final Memory biases;
    private final BatchBuffer columns;
    private final BatchBuffer outputs;
    private final BatchBuffer inputGradients;
    private final BatchBuffer columnGradients;
    private Memory lastColumns;

    GatheringConvolutionLayer(Windows windows, int outputChannels, Precision precision) {
        super(
                outputChannels * windows.rows(),
                windows.rows(),
                outputChannels * windows.kernel() * windows.kernel(),
                precision);
        this.windows = windows;
        this.outputChannels = outputChannels;
        this.ways = windows.columns();
        this.gathering = Chunks.of(precision);
        this.adding = Chunks.of(precision);
        this.biasSums = new ChannelSums(outputChannels, windows.places(), precision);
        this.biases = new BatchBuffer(windows.output(outputChannels), precision).of(1);
        this.columns = new BatchBuffer(Shape.of(windows.length()), precision);
        this.outputs = new BatchBuffer(windows.output(outputChannels), precision);
        this.inputGradients = new BatchBuffer(windows.image(), precision);
        this.columnGradients = new BatchBuffer(Shape.of(windows.length()), precision);
        this.lastColumns = unbound(precision);
    }

    @Override
    public INDArray forward(INDArray input, boolean training) {
        int examples = Math.toIntExact(input.size(0));
        int places = windows.places();
        Memory images = Memory.of(input);
        Memory output = outputs.of(examples);
        Memory gathered = columns.of(training ? examples : 1);
        Matrix weights = Matrix.of(parameters(), 0, windows.rows());
        int keep = isBiased() ? 1 : 0;
        if (isBiased()) {
            fillBias(biases, outputChannels, places);
        }
        for (int n = 0; n < examples; n++) {
            int at = training ? n * windows.length() : 0;
            ways.gather(gathering, images, n * windows.image().length(), gathered, at);
            int out = n * outputChannels * places;
            if (isBiased()) {
                biases.copy(0, output, out, outputChannels * places);
            }
            Matrix seen = Matrix.of(gathered, at, places);
            output.multiply(weights, seen, out, outputChannels, places, windows.rows(), keep);
        }
        lastColumns = gathered;
        return output.array();
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        int examples = Math.toIntExact(outputGradient.size(0));
        int places = windows.places();
        int rows = windows.rows();
        Memory gradient = Memory.of(outputGradient);
        for (int n = 0; n < examples; n++) {
            int out = n * outputChannels * places;
            double keep = n == 0 ? 0 : 1;
            Matrix slice = Matrix.of(gradient, out, places);
            Matrix seen = Matrix.transposed(lastColumns, n * windows.length(), places);
            gradients().multiply(slice, seen, 0, outputChannels, rows, places, keep);
        }
        sumBiasGradients(biasSums, gradient, examples);
        return inputGradientWanted ? inputGradient(gradient, examples) : outputGradient;
    }

    private INDArray inputGradient(Memory gradient, int examples) {
        int places = windows.places();
        Memory images = inputGradients.of(examples);
        Memory scattered = columnGradients.of(1);
        Matrix weights = Matrix.transposed(parameters(), 0, windows.rows());
        for (int n = 0; n < examples; n++) {
            Matrix slice = Matrix.of(gradient, n * outputChannels * places, places);
            scattered.multiply(weights, slice, 0, windows.rows(), places, outputChannels, 0);
            ways.add(adding, scattered, 0, images, n * windows.image().length());
        }
        return images.array();
    }
}
