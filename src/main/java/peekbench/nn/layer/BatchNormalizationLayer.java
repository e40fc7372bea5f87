package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.ChannelSums;
import peekbench.nn.memory.Memory;
import peekbench.seed.Seed;

/**
 * Batch normalisation at work, a channel at a time. With {@code a = γ / sqrt(σ² + ε)} and {@code m} numbers a channel, the
 * gradient of the input is {@code a (g - mean(g) - (x - μ) Σ g (x - μ) / (m (σ² + ε)))}: mean and variance depend on the
 * input too. Where the running statistics are taken, which do not depend on it, the gradient is {@code a g}.
 */
final class BatchNormalizationLayer implements Layer {
    private final double epsilon;
    private final double momentum;
    private final int channels;
    private final int places;
    private final BatchBuffer outputs;
    private final BatchBuffer inputGradients;
    private final double[] means;
    private final double[] deviations;
    private final double[] factors;
    private final double[] shifts;
    private final double[] slopes;
    private final ChannelSums sums;
    private Memory parameters;
    private Memory gradients;
    private Memory running;
    private Memory lastInput;
    private boolean inferenceOnly;

    BatchNormalizationLayer(BatchNormalization specification, Shape input, Precision precision) {
        this.epsilon = specification.epsilon();
        this.momentum = specification.momentum();
        this.channels = input.size(0);
        this.places = input.length() / channels;
        this.outputs = new BatchBuffer(input, precision);
        this.inputGradients = new BatchBuffer(input, precision);
        this.means = new double[channels];
        this.deviations = new double[channels];
        this.factors = new double[channels];
        this.shifts = new double[channels];
        this.slopes = new double[channels];
        this.sums = new ChannelSums(channels, places, precision);
        Memory unbound = Memory.of(Nd4j.zeros(precision.dataType(), 1));
        this.parameters = unbound;
        this.gradients = unbound;
        this.running = unbound;
        this.lastInput = unbound;
    }

    @Override
    public void bind(INDArray parameterView, INDArray gradientView) {
        parameters = Memory.of(parameterView);
        gradients = Memory.of(gradientView);
    }

    @Override
    public void bindBuffers(INDArray buffers) {
        running = Memory.of(buffers);
    }

    @Override
    public void initialize(Seed seed) {
        parameters.fill(0, channels, 1);
        parameters.fill(channels, channels, 0);
        running.fill(0, channels, 0);
        running.fill(channels, channels, 1);
    }

    @Override
    public void inferenceOnly() {
        inferenceOnly = true;
    }

    /** The backward pass reads the input. */
    @Override
    public boolean outputMayBeOverwritten() {
        return true;
    }

    @Override
    public INDArray forward(INDArray input, boolean training) {
        int examples = Math.toIntExact(input.size(0));
        lastInput = Memory.of(input);
        Memory output = outputs.of(examples);
        if (training && !inferenceOnly) {
            measure(examples);
        } else {
            for (int channel = 0; channel < channels; channel++) {
                means[channel] = running.get(channel);
                deviations[channel] = Math.sqrt(running.get(channels + channel) + epsilon);
            }
        }
        for (int channel = 0; channel < channels; channel++) {
            factors[channel] = parameters.get(channel) / deviations[channel];
            shifts[channel] = parameters.get(channels + channel);
        }
        sums.standardize(lastInput, output, examples, means, factors, shifts);
        return output.array();
    }

    private void measure(int examples) {
        double count = (double) examples * places;
        sums.sums(lastInput, examples, means);
        for (int channel = 0; channel < channels; channel++) {
            means[channel] /= count;
        }
        sums.squaredDeviations(lastInput, examples, means, deviations);
        for (int channel = 0; channel < channels; channel++) {
            double squares = deviations[channel];
            deviations[channel] = Math.sqrt(squares / count + epsilon);
            blend(channel, means[channel]);
            if (count > 1) {
                blend(channels + channel, squares / (count - 1));
            }
        }
    }

    private void blend(int place, double statistic) {
        running.put(place, (1 - momentum) * running.get(place) + momentum * statistic);
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        int examples = Math.toIntExact(outputGradient.size(0));
        double count = (double) examples * places;
        Memory gradient = Memory.of(outputGradient);
        sums.deviationProducts(gradient, lastInput, examples, means, shifts, slopes);
        for (int channel = 0; channel < channels; channel++) {
            double sum = shifts[channel];
            double product = slopes[channel];
            double deviation = deviations[channel];
            gradients.put(channel, product / deviation);
            gradients.put(channels + channel, sum);
            double factor = parameters.get(channel) / deviation;
            factors[channel] = factor;
            slopes[channel] = inferenceOnly ? 0 : -factor * product / (count * deviation * deviation);
            shifts[channel] = inferenceOnly ? 0 : -factor * sum / count;
        }
        if (!inputGradientWanted) {
            return outputGradient;
        }
        Memory inputGradient = inputGradients.of(examples);
        sums.standardizeGradient(gradient, lastInput, inputGradient, examples, means, factors, slopes, shifts);
        return inputGradient.array();
    }
}
