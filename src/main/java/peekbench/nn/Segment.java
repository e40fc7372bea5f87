package peekbench.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.seed.Seed;

/**
 * The layers that one party holds, with their weights and memory.
 *
 * <p>A training step is one {@link #forward}, one {@link #backward} (or {@link #backwardParameters} where nobody reads the
 * input's gradient) and a step of the party's {@link OptimizerState}. The forward pass keeps the activations, so nothing
 * is computed twice. Arrays returned by these passes are the segment's own and are overwritten by its next pass; {@code
 * dup()} what must last.
 *
 * <p>A segment is used by one thread at a time.
 */
public final class Segment {
    /** Largest batch of {@link #predict}, so that predicting a data set takes no more memory than training. */
    private static final int PREDICTION_BATCH = 250;

    private final List<NamedLayer> specifications;
    private final Shape inputShape;
    private final Shape outputShape;
    private final Precision precision;
    private final List<Layer> layers;
    private final INDArray parameters;
    private final INDArray gradients;
    private boolean backwardAllowed;

    private Segment(List<NamedLayer> specifications, Shape inputShape, Precision precision) {
        this(specifications, inputShape, precision, Optional.empty());
    }

    private Segment(List<NamedLayer> specifications, Shape inputShape, Precision precision, Optional<INDArray> shared) {
        this.specifications = List.copyOf(specifications);
        this.inputShape = inputShape;
        this.precision = precision;
        this.layers = new ArrayList<>();
        int count = 0;
        Shape shape = inputShape;
        for (NamedLayer layer : specifications) {
            layers.add(layer.spec().create(shape, precision));
            count += layer.spec().parameterCount(shape);
            shape = layer.spec().outputShape(shape);
        }
        this.outputShape = shape;
        int parameterCount = count;
        this.parameters = shared.orElseGet(() -> Nd4j.zeros(precision.dataType(), parameterCount));
        this.gradients = Nd4j.zeros(precision.dataType(), count);
        bind();
    }

    private void bind() {
        int from = 0;
        Shape shape = inputShape;
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).mayOverwrite(i > 0 && layers.get(i - 1) instanceof ParameterLayer, i < layers.size() - 1);
            LayerSpec specification = specifications.get(i).spec();
            int count = specification.parameterCount(shape);
            if (count > 0) {
                var place = NDArrayIndex.interval(from, from + count);
                layers.get(i).bind(parameters.get(place), gradients.get(place));
            }
            from += count;
            shape = specification.outputShape(shape);
        }
    }

    /**
     * A segment with initial weights. They are drawn a layer at a time from {@code initialWeights} and the layer's name,
     * so a network that is split anywhere starts with the weights of the whole one.
     *
     * @param layers in order of computation; none makes an identity
     * @param inputShape the shape of one example
     */
    public static Segment create(List<NamedLayer> layers, Shape inputShape, Precision precision, Seed initialWeights) {
        Segment segment = new Segment(layers, inputShape, precision);
        for (int i = 0; i < layers.size(); i++) {
            segment.layers
                    .get(i)
                    .initialize(initialWeights.child(layers.get(i).name()).generator());
        }
        return segment;
    }

    /**
     * The training pass.
     *
     * @param input {@code [N, …]} of the input shape and precision
     * @return the output {@code [N, …]}, the segment's own memory
     */
    public INDArray forward(INDArray input) {
        backwardAllowed = true;
        return run(checked(input), true);
    }

    /**
     * The output for any number of examples, in new memory; ends a training pass that was under way.
     *
     * @param input {@code [N, …]}
     */
    public INDArray predict(INDArray input) {
        backwardAllowed = false;
        INDArray dense = checked(input);
        long examples = dense.size(0);
        INDArray result = Nd4j.createUninitialized(precision.dataType(), outputShape.withBatch(examples));
        for (long from = 0; from < examples; from += PREDICTION_BATCH) {
            var rows = NDArrayIndex.interval(from, Math.min(from + PREDICTION_BATCH, examples));
            Memory part = Memory.of(run(dense.get(rows), false));
            part.copy(0, Memory.of(result), Math.toIntExact(from * outputShape.length()), part.length());
        }
        return result;
    }

    private INDArray checked(INDArray input) {
        if (!Shape.ofExample(input.shape()).equals(inputShape) || input.dataType() != precision.dataType()) {
            throw new IllegalArgumentException("The segment takes " + precision + " examples of (" + inputShape
                    + "); it got " + input.dataType() + " of (" + Shape.ofExample(input.shape()) + ").");
        }
        return Memory.dense(input);
    }

    private INDArray run(INDArray input, boolean training) {
        INDArray activation = input;
        for (Layer layer : layers) {
            activation = layer.forward(activation, training);
        }
        return activation;
    }

    /**
     * The backward pass of the last {@link #forward}: overwrites {@link #gradients()}.
     *
     * @param outputGradient {@code [N, …]}, the loss's gradient with respect to the output
     * @return the gradient with respect to the input {@code [N, …]}, the segment's own memory
     * @throws IllegalStateException when no training pass precedes it
     */
    public INDArray backward(INDArray outputGradient) {
        return backward(outputGradient, true);
    }

    /** {@link #backward} without the input's gradient, for a party that sends none. */
    public void backwardParameters(INDArray outputGradient) {
        backward(outputGradient, false);
    }

    private INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        if (!backwardAllowed) {
            throw new IllegalStateException("A backward pass needs the activations of a forward pass before it.");
        }
        backwardAllowed = false;
        INDArray gradient = Memory.dense(outputGradient);
        boolean wanted = true;
        for (int i = layers.size() - 1; i >= 0 && wanted; i--) {
            wanted = inputGradientWanted || anyParametersBefore(i);
            gradient = layers.get(i).backward(gradient, wanted);
        }
        return gradient;
    }

    private boolean anyParametersBefore(int layer) {
        for (int i = 0; i < layer; i++) {
            if (layers.get(i) instanceof ParameterLayer) {
                return true;
            }
        }
        return false;
    }

    /** A segment of the same layers with the same weights and memory of its own. */
    public Segment copy() {
        Segment copy = new Segment(specifications, inputShape, precision);
        copy.parameters.assign(parameters);
        return copy;
    }

    /** A segment that computes with this one's weights, now and later, in memory of its own: for another thread. */
    Segment replica() {
        return new Segment(specifications, inputShape, precision, Optional.of(parameters));
    }

    /** All weights and biases, {@code [P]}, layer after layer; writing to it changes the segment. */
    public INDArray parameters() {
        return parameters;
    }

    /** The parameters' gradients of the last backward pass, {@code [P]}. */
    public INDArray gradients() {
        return gradients;
    }

    public int parameterCount() {
        return Math.toIntExact(parameters.length());
    }

    public List<NamedLayer> layers() {
        return specifications;
    }

    public Shape inputShape() {
        return inputShape;
    }

    public Shape outputShape() {
        return outputShape;
    }

    public Precision precision() {
        return precision;
    }
}
