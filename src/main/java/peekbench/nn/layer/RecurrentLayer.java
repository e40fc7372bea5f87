package peekbench.nn.layer;

import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.Memory;
import peekbench.nn.memory.Memory.Matrix;
import peekbench.seed.Seed;

/**
 * A recurrent layer at work: the products with the input of all steps at once, those with the state step by step, and
 * between them what a kind of cell makes of both.
 *
 * <p>All memory but input and output is time-major, {@code [T, N, …]}, so that the numbers of one step lie together and a
 * product can take all steps.
 */
abstract class RecurrentLayer implements Layer {
    final int steps;
    final int units;
    private final int features;
    private final int gates;
    private final Precision precision;
    private final Chunks chunks;
    private final BatchBuffer inputs;
    private final BatchBuffer fromInput;
    private final BatchBuffer fromState;
    private final BatchBuffer states;
    private final BatchBuffer outputs;
    private final BatchBuffer stateGradients;
    private final BatchBuffer carries;
    private final BatchBuffer inputGradients;
    private final BatchBuffer orderedInputGradients;
    private Memory parameters;
    private Memory gradients;
    private Memory ones;

    /**
     * @param input {@code [T, F]}
     * @param gates how many vectors of {@code units} a cell needs each step
     */
    RecurrentLayer(Shape input, int units, int gates, Precision precision) {
        this.steps = input.size(0);
        this.features = input.size(1);
        this.units = units;
        this.gates = gates * units;
        this.precision = precision;
        this.chunks = Chunks.of(precision);
        this.inputs = new BatchBuffer(input, precision);
        this.fromInput = gateBuffer();
        this.fromState = gateBuffer();
        this.states = new BatchBuffer(Shape.of(steps + 1L, units), precision);
        this.outputs = new BatchBuffer(Shape.of(steps, units), precision);
        this.stateGradients = new BatchBuffer(Shape.of(steps, units), precision);
        this.carries = new BatchBuffer(Shape.of(units), precision);
        this.inputGradients = new BatchBuffer(input, precision);
        this.orderedInputGradients = new BatchBuffer(input, precision);
        this.ones = Memory.ones(1, precision);
        this.parameters = Memory.of(Nd4j.zeros(precision.dataType(), 1));
        this.gradients = parameters;
    }

    /** Memory {@code [T, N, gates]}. */
    final BatchBuffer gateBuffer() {
        return new BatchBuffer(Shape.of(steps, gates), precision);
    }

    @Override
    public final void bind(INDArray parameterView, INDArray gradientView) {
        parameters = Memory.of(parameterView);
        gradients = Memory.of(gradientView);
    }

    @Override
    public final void initialize(Seed seed) {
        RandomGenerator generator = seed.generator();
        double bound = 1 / Math.sqrt(units);
        for (int i = 0; i < parameters.length(); i++) {
            parameters.put(i, generator.nextDouble(-bound, bound));
        }
    }

    /** The states are copied out, so the next layer may do with the output as it likes. */
    @Override
    public final boolean outputMayBeOverwritten() {
        return true;
    }

    private int stateWeights() {
        return gates * features;
    }

    private int inputBiases() {
        return gates * (features + units);
    }

    private int stateBiases() {
        return inputBiases() + gates;
    }

    @Override
    public final INDArray forward(INDArray input, boolean training) {
        int examples = Math.toIntExact(input.size(0));
        int rows = steps * examples;
        Memory x = inputs.of(examples);
        timeMajor(Memory.of(input), x, examples, features);
        Memory a = fromInput.of(examples);
        Memory b = fromState.of(examples);
        for (int row = 0; row < rows; row++) {
            parameters.copy(inputBiases(), a, row * gates, gates);
            parameters.copy(stateBiases(), b, row * gates, gates);
        }
        a.multiply(Matrix.of(x, 0, features), Matrix.transposed(parameters, 0, features), 0, rows, gates, features, 1);
        Memory h = states.of(examples);
        h.fill(0, examples * units, 0);
        begin(examples);
        Matrix weights = Matrix.transposed(parameters, stateWeights(), units);
        for (int step = 0; step < steps; step++) {
            int at = step * examples;
            b.multiply(Matrix.of(h, at * units, units), weights, at * gates, examples, gates, units, 1);
            advance(at, examples, a, b, h);
        }
        Memory output = outputs.of(examples);
        for (int n = 0; n < examples; n++) {
            for (int step = 0; step < steps; step++) {
                h.copy(((step + 1) * examples + n) * units, output, (n * steps + step) * units, units);
            }
        }
        return output.array();
    }

    /** Copies {@code [N, T, length]} to {@code [T, N, length]}. */
    private void timeMajor(Memory source, Memory target, int examples, int length) {
        for (int n = 0; n < examples; n++) {
            for (int step = 0; step < steps; step++) {
                source.copy((n * steps + step) * length, target, (step * examples + n) * length, length);
            }
        }
    }

    @Override
    public final INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        int examples = Math.toIntExact(outputGradient.size(0));
        int rows = steps * examples;
        Memory stateGradient = stateGradients.of(examples);
        timeMajor(Memory.of(outputGradient), stateGradient, examples, units);
        Memory carry = carries.of(examples);
        carry.fill(0, carry.length(), 0);
        Memory a = fromInput.of(examples);
        Memory b = fromState.of(examples);
        Memory h = states.of(examples);
        beginBackward(examples);
        Matrix weights = Matrix.of(parameters, stateWeights(), units);
        for (int step = steps - 1; step >= 0; step--) {
            int at = step * examples;
            chunks.add(carry, 0, stateGradient, at * units, examples * units);
            retreat(at, examples, a, b, h, stateGradient, carry);
            Matrix gradient = Matrix.of(fromStateGradients(examples), at * gates, gates);
            carry.multiply(gradient, weights, 0, examples, units, gates, 1);
        }
        parameterGradients(rows, examples);
        return inputGradientWanted ? inputGradient(rows, examples) : outputGradient;
    }

    private void parameterGradients(int rows, int examples) {
        if (ones.length() < rows) {
            ones = Memory.ones(rows, precision);
        }
        Matrix sum = Matrix.transposed(ones, 0, 1);
        Memory ofInput = fromInputGradients(examples);
        Memory ofState = fromStateGradients(examples);
        Matrix x = Matrix.of(inputs.of(examples), 0, features);
        Matrix h = Matrix.of(states.of(examples), 0, units);
        gradients.multiply(Matrix.transposed(ofInput, 0, gates), x, 0, gates, features, rows, 0);
        gradients.multiply(Matrix.transposed(ofState, 0, gates), h, stateWeights(), gates, units, rows, 0);
        gradients.multiply(sum, Matrix.of(ofInput, 0, gates), inputBiases(), 1, gates, rows, 0);
        gradients.multiply(sum, Matrix.of(ofState, 0, gates), stateBiases(), 1, gates, rows, 0);
    }

    private INDArray inputGradient(int rows, int examples) {
        Memory timeMajor = inputGradients.of(examples);
        Matrix gradient = Matrix.of(fromInputGradients(examples), 0, gates);
        timeMajor.multiply(gradient, Matrix.of(parameters, 0, features), 0, rows, features, gates, 0);
        Memory ordered = orderedInputGradients.of(examples);
        for (int n = 0; n < examples; n++) {
            for (int step = 0; step < steps; step++) {
                timeMajor.copy((step * examples + n) * features, ordered, (n * steps + step) * features, features);
            }
        }
        return ordered.array();
    }

    /** Readies what the cell keeps beside the state. */
    abstract void begin(int examples);

    /** Readies what the cell carries back beside the state's gradient. */
    abstract void beginBackward(int examples);

    /**
     * Computes one step's state.
     *
     * @param at the step's first row of {@code a} and {@code b}, and the row of the state before it in {@code h}; the new
     *     state lies {@code examples} rows further
     * @param a {@code W x + b}, which the cell may overwrite by what its backward pass needs
     * @param b {@code U h + c}
     */
    abstract void advance(int at, int examples, Memory a, Memory b, Memory h);

    /**
     * Writes the step's rows of {@link #fromInputGradients} and {@link #fromStateGradients}.
     *
     * @param stateGradient the gradient of the step's state, complete, in row {@code at}
     * @param carry overwritten by the part of the gradient of the state before that does not come through the gates
     */
    abstract void retreat(int at, int examples, Memory a, Memory b, Memory h, Memory stateGradient, Memory carry);

    /** The gradient of {@code W x + b}, {@code [T, N, gates]}. */
    abstract Memory fromInputGradients(int examples);

    /** The gradient of {@code U h + c}, {@code [T, N, gates]}. */
    abstract Memory fromStateGradients(int examples);

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** Several times faster than the library's, which is exact to the last bit for numbers near 0 that nobody needs here. */
    static double tanh(double x) {
        return 2 / (1 + Math.exp(-2 * x)) - 1;
    }
}
