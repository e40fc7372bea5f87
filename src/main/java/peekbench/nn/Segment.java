package peekbench.nn;

import java.util.List;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.nn.array.Precision;
import peekbench.nn.array.SavedState;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.LayerChain;
import peekbench.nn.layer.LayerSequence;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.memory.Memory;
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
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class Segment {
    /** Largest batch of {@link #predict}, so that predicting a data set takes no more memory than training. */
    private static final int PREDICTION_BATCH = 250;

    private final LayerSequence sequence;
    private final Precision precision;
    private final LayerChain layers;
    private final INDArray parameters;
    private final INDArray gradients;
    private final INDArray buffers;
    private final Seed trainingSeed;
    private long trainingPasses;
    private boolean backwardAllowed;
    private boolean inferenceOnly;

    private Segment(LayerSequence sequence, Precision precision, Seed trainingSeed, INDArray parameters) {
        this.sequence = sequence;
        this.precision = precision;
        this.trainingSeed = trainingSeed;
        this.layers = new LayerChain(sequence, precision);
        this.parameters = parameters;
        this.gradients = zeros(sequence.parameterCount(), precision);
        this.buffers = zeros(sequence.bufferCount(), precision);
        this.layers.bind(parameters, gradients);
        this.layers.bindBuffers(buffers);
    }

    private static INDArray zeros(int length, Precision precision) {
        return Nd4j.zeros(precision.dataType(), length);
    }

    /**
     * A segment with initial weights. They are drawn a layer at a time from {@code initialWeights} and the layer's name,
     * so a network that is split anywhere starts with the weights of the whole one.
     *
     * <p>Layers that draw random numbers while training, such as dropout, draw them from this seed too, by training pass
     * and layer: two segments of the same seed draw alike, pass by pass, wherever the network is split.
     *
     * @param layers in order of computation; none makes an identity
     * @param inputShape the shape of one example
     */
    public static Segment create(List<NamedLayer> layers, Shape inputShape, Precision precision, Seed initialWeights) {
        LayerSequence sequence = new LayerSequence(layers, inputShape);
        Segment segment = new Segment(
                sequence, precision, initialWeights.child("training"), zeros(sequence.parameterCount(), precision));
        segment.layers.initialize(initialWeights);
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
        layers.prepareTrainingPass(trainingSeed.child("pass-" + trainingPasses));
        trainingPasses++;
        return layers.forward(checked(input), true);
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
        INDArray result =
                Nd4j.createUninitialized(precision.dataType(), outputShape().withBatch(examples));
        for (long from = 0; from < examples; from += PREDICTION_BATCH) {
            INDArray rows = Rows.range(dense, from, Math.min(from + PREDICTION_BATCH, examples));
            Memory part = Memory.of(layers.forward(rows, false));
            part.copy(0, Memory.of(result), Math.toIntExact(from * outputShape().length()), part.length());
        }
        return result;
    }

    private INDArray checked(INDArray input) {
        if (!inputShape().isThatOfExamples(input.shape()) || input.dataType() != precision.dataType()) {
            throw new IllegalArgumentException("The segment takes " + precision + " examples of (" + inputShape()
                    + "); it got " + input.dataType() + " of (" + Shape.ofExample(input.shape()) + ").");
        }
        return Memory.dense(input);
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
        return layers.backward(Memory.dense(outputGradient), inputGradientWanted);
    }

    /**
     * A segment of the same layers with the same weights and buffers, and memory of its own. It goes on drawing where this
     * one is.
     */
    public Segment copy() {
        Segment copy = new Segment(sequence, precision, trainingSeed, zeros(parameterCount(), precision));
        copy.trainingPasses = trainingPasses;
        copy.parameters.assign(parameters);
        copy.takeBuffers(this);
        copy.inferenceOnly(inferenceOnly);
        return copy;
    }

    /**
     * A copy whose {@link #forward} computes what {@link #predict} does, and whose {@link #backward} gives the gradients of
     * that: batch normalisation takes its running statistics and leaves them as they are, dropout drops nothing. It is for
     * whoever follows the gradient through a network as it is used, such as an attacker who looks for the input of a known
     * output.
     */
    public Segment inferenceCopy() {
        Segment copy = copy();
        copy.inferenceOnly(true);
        return copy;
    }

    private void inferenceOnly(boolean wanted) {
        if (wanted) {
            inferenceOnly = true;
            layers.inferenceOnly();
        }
    }

    /**
     * A segment that computes with this one's weights, now and later, in memory of its own: for another thread. Its buffers
     * are a copy that goes its own way, since two threads must not both write the running statistics, and it draws its own
     * random numbers.
     */
    Segment replica() {
        Segment replica = new Segment(sequence, precision, trainingSeed.child("replica"), parameters);
        replica.takeBuffers(this);
        replica.inferenceOnly(inferenceOnly);
        return replica;
    }

    /** How many training passes were begun, which is where the layers that draw random numbers are. */
    public long trainingPasses() {
        return trainingPasses;
    }

    /**
     * Lets layers that draw random numbers go on as after so many training passes, for a segment that takes over another
     * party's weights: what it draws then does not depend on what it did before.
     *
     * @throws IllegalArgumentException when negative
     */
    public void continueAfterPass(long passes) {
        if (passes < 0) {
            throw new IllegalArgumentException("A segment cannot have begun " + passes + " training passes.");
        }
        trainingPasses = passes;
    }

    /**
     * Writes down weights and buffers, an array a layer, and how many training passes were begun; or takes them over.
     *
     * @throws IllegalStateException when what is read is of other layers
     */
    public void remember(SavedState state) {
        int parameter = 0;
        int buffer = 0;
        for (int i = 0; i < sequence.layers().size(); i++) {
            SavedState layer = state.part(sequence.layers().get(i).name());
            remember(layer, "parameters", parameters, parameter, parameter + sequence.parameterCountOf(i));
            remember(layer, "buffers", buffers, buffer, buffer + sequence.bufferCountOf(i));
            parameter += sequence.parameterCountOf(i);
            buffer += sequence.bufferCountOf(i);
        }
        trainingPasses = state.number("training-passes", trainingPasses);
    }

    private static void remember(SavedState layer, String name, INDArray all, int from, int to) {
        if (to == from) {
            return;
        }
        INDArray own = all.get(NDArrayIndex.interval(from, to));
        INDArray remembered = layer.array(name, own);
        if (remembered.length() != own.length()) {
            throw new IllegalStateException("A layer has " + own.length() + " " + name + ", but " + remembered.length()
                    + " were written; they are of another network.");
        }
        if (layer.isRead()) {
            own.assign(remembered.reshape(own.shape()));
        }
    }

    /** Overwrites the buffers by those of a segment of the same layers. */
    void takeBuffers(Segment source) {
        if (!buffers.isEmpty()) {
            buffers.assign(source.buffers);
        }
    }

    /** All weights and biases, {@code [P]}, layer after layer; writing to it changes the segment. */
    public INDArray parameters() {
        return parameters;
    }

    /** The parameters' gradients of the last backward pass, {@code [P]}. */
    public INDArray gradients() {
        return gradients;
    }

    /**
     * All numbers that training changes but no gradient does, {@code [B]}, layer after layer; empty, of length 0, where the
     * layers have none. Batch normalisation keeps its running statistics here: whoever hands on or averages {@link
     * #parameters()} must do the same with these. Writing to it changes the segment.
     */
    public INDArray buffers() {
        return buffers;
    }

    public int parameterCount() {
        return sequence.parameterCount();
    }

    public int bufferCount() {
        return sequence.bufferCount();
    }

    /** Operations of a forward pass, an example; {@link peekbench.nn.layer.LayerSpec} says what counts. */
    public long forwardFlops() {
        return sequence.forwardFlops();
    }

    /**
     * Operations of a backward pass, an example.
     *
     * @param inputGradientWanted true for {@link #backward}, false for {@link #backwardParameters}
     */
    public long backwardFlops(boolean inputGradientWanted) {
        return sequence.backwardFlops(inputGradientWanted);
    }

    public List<NamedLayer> layers() {
        return sequence.layers();
    }

    public Shape inputShape() {
        return sequence.inputOf(0);
    }

    public Shape outputShape() {
        return sequence.output();
    }

    public Precision precision() {
        return precision;
    }
}
