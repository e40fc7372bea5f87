package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.Memory;
import peekbench.nn.memory.Memory.Matrix;

/**
 * Convolution by three matrix products over a whole batch: {@code output = rows weightsᵀ + bias}, where a row is what the
 * window sees at one place of one image. Best with many channels on small maps, where oneDNN's convolution has too little to
 * do at each place; the rows of a training batch are kept for the weights' gradient.
 */
final class RowConvolutionLayer extends ParameterLayer {
    private final Windows windows;
    private final int outputChannels;
    private final Precision precision;
    private final WindowRows ways;
    private final Chunks gathering;
    private final Chunks adding;
    private final Transposition toMaps;
    private final Transposition toPlaces;
    private final BatchBuffer rows;
    private final BatchBuffer rowGradients;
    private final BatchBuffer places;
    private final BatchBuffer outputs;
    private final BatchBuffer inputGradients;
    private Memory ones;
    private Memory lastRows;

    RowConvolutionLayer(Windows windows, int outputChannels, Precision precision) {
        super(
                outputChannels * windows.rows(),
                windows.rows(),
                outputChannels * windows.kernel() * windows.kernel(),
                precision);
        this.windows = windows;
        this.outputChannels = outputChannels;
        this.precision = precision;
        this.ways = windows.placeRows();
        this.gathering = Chunks.of(precision);
        this.adding = Chunks.of(precision);
        this.toMaps = new Transposition(windows.places(), outputChannels);
        this.toPlaces = new Transposition(outputChannels, windows.places());
        this.rows = new BatchBuffer(Shape.of(windows.length()), precision);
        this.rowGradients = new BatchBuffer(Shape.of(windows.length()), precision);
        this.places = new BatchBuffer(windows.output(outputChannels), precision);
        this.outputs = new BatchBuffer(windows.output(outputChannels), precision);
        this.inputGradients = new BatchBuffer(windows.image(), precision);
        this.ones = Memory.ones(1, precision);
        this.lastRows = unbound(precision);
    }

    @Override
    public INDArray forward(INDArray input, boolean training) {
        int examples = Math.toIntExact(input.size(0));
        int count = examples * windows.places();
        Memory images = Memory.of(input);
        lastRows = rows.of(examples);
        for (int n = 0; n < examples; n++) {
            ways.gather(gathering, images, n * windows.image().length(), lastRows, n * windows.length());
        }
        Memory product = places.of(examples);
        if (isBiased()) {
            Matrix biases = Matrix.of(parameters(), biasOffset(), outputChannels);
            product.multiply(Matrix.of(ones(count), 0, 1), biases, 0, count, outputChannels, 1, 0);
        }
        Matrix weights = Matrix.transposed(parameters(), 0, windows.rows());
        Matrix seen = Matrix.of(lastRows, 0, windows.rows());
        product.multiply(seen, weights, 0, count, outputChannels, windows.rows(), isBiased() ? 1 : 0);
        Memory output = outputs.of(examples);
        toMaps.each(adding, product, output);
        return output.array();
    }

    private Memory ones(int count) {
        if (ones.length() < count) {
            ones = Memory.ones(count, precision);
        }
        return ones;
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        int examples = Math.toIntExact(outputGradient.size(0));
        int count = examples * windows.places();
        Memory gradient = places.of(examples);
        toPlaces.each(adding, Memory.of(outputGradient), gradient);
        Matrix transposed = Matrix.transposed(gradient, 0, outputChannels);
        Matrix seen = Matrix.of(lastRows, 0, windows.rows());
        gradients().multiply(transposed, seen, 0, outputChannels, windows.rows(), count, 0);
        Matrix placeGradients = Matrix.of(gradient, 0, outputChannels);
        if (isBiased()) {
            Matrix sum = Matrix.transposed(ones(count), 0, 1);
            gradients().multiply(sum, placeGradients, biasOffset(), 1, outputChannels, count, 0);
        }
        if (!inputGradientWanted) {
            return outputGradient;
        }
        Memory ofRows = rowGradients.of(examples);
        Matrix weights = Matrix.of(parameters(), 0, windows.rows());
        ofRows.multiply(placeGradients, weights, 0, count, windows.rows(), outputChannels, 0);
        Memory images = inputGradients.of(examples);
        for (int n = 0; n < examples; n++) {
            ways.add(
                    adding,
                    ofRows,
                    n * windows.length(),
                    images,
                    n * windows.image().length());
        }
        return images.array();
    }
}
