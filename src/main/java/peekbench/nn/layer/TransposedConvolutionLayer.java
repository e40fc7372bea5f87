package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.Memory;

/**
 * Transposed convolution by its phases: the outputs {@code (stride q + r)} of one phase {@code r} are a plain convolution
 * of the input with every {@code stride}-th kernel tap, so all phases together are one gathering convolution with {@code
 * outputChannels * stride²} channels, whose maps are then interleaved. That writes each output once, where adding up
 * kernels writes it {@code (kernel / stride)²} times.
 *
 * <p>Tap: output {@code stride q + r} takes input {@code q + d} with kernel place {@code r + padding - stride d}.
 */
final class TransposedConvolutionLayer extends ParameterLayer {
    private final InterleavedMaps interleaved;
    private final ReorderedParameters ordered;
    private final Chunks chunks;
    private final GatheringConvolutionLayer phases;
    private final Memory phaseParameters;
    private final Memory phaseGradients;
    private final BatchBuffer outputs;
    private final BatchBuffer phaseOutputs;

    TransposedConvolutionLayer(TransposedConvolution specification, Shape input, Precision precision) {
        super(
                input.size(0) * specification.outputChannels() * specification.kernel() * specification.kernel(),
                input.size(0)
                        * specification.kernel()
                        * specification.kernel()
                        / (specification.stride() * specification.stride()),
                specification.outputChannels() * specification.kernel() * specification.kernel(),
                precision);
        int stride = specification.stride();
        this.interleaved = new InterleavedMaps(stride, input.size(1), input.size(2));
        this.chunks = Chunks.of(precision);
        int phaseChannels = specification.outputChannels() * stride * stride;
        int reach = (stride - 1 + specification.padding()) / stride;
        int taps = 2 * reach + 1;
        Windows windows = new Windows(input, taps, 1, reach);
        this.phases = new GatheringConvolutionLayer(windows, phaseChannels, precision);
        int phaseParameterCount = phaseChannels * windows.rows() + phaseChannels;
        this.phaseParameters = Memory.of(Nd4j.zeros(precision.dataType(), phaseParameterCount));
        this.phaseGradients = Memory.of(Nd4j.zeros(precision.dataType(), phaseParameterCount));
        this.phases.bind(phaseParameters.array(), phaseGradients.array());
        this.outputs = new BatchBuffer(specification.outputShape(input), precision);
        this.phaseOutputs = new BatchBuffer(windows.output(phaseChannels), precision);
        this.ordered = new ReorderedParameters(
                places(specification, input.size(0), taps, reach), specification.parameterCount(input), chunks);
    }

    /** For every phase weight and bias its place among the layer's own, or -1 where the kernel has no tap. */
    private static int[] places(TransposedConvolution specification, int inputChannels, int taps, int reach) {
        int stride = specification.stride();
        int kernel = specification.kernel();
        int weights = inputChannels * specification.outputChannels() * kernel * kernel;
        int phaseChannels = specification.outputChannels() * stride * stride;
        int[] places = new int[phaseChannels * (inputChannels * taps * taps + 1)];
        int at = 0;
        for (int o = 0; o < specification.outputChannels(); o++) {
            for (int phase = 0; phase < stride * stride; phase++) {
                for (int c = 0; c < inputChannels; c++) {
                    for (int tap = 0; tap < taps * taps; tap++, at++) {
                        int ky = phase / stride + specification.padding() - stride * (tap / taps - reach);
                        int kx = phase % stride + specification.padding() - stride * (tap % taps - reach);
                        boolean inside = ky >= 0 && ky < kernel && kx >= 0 && kx < kernel;
                        places[at] =
                                inside ? ((c * specification.outputChannels() + o) * kernel + ky) * kernel + kx : -1;
                    }
                }
            }
        }
        for (int channel = 0; channel < phaseChannels; channel++, at++) {
            places[at] = weights + channel / (stride * stride);
        }
        return places;
    }

    @Override
    public INDArray forward(INDArray input, boolean training) {
        ordered.pick(parameters(), phaseParameters);
        Memory maps = Memory.of(phases.forward(input, training));
        Memory output = outputs.of(Math.toIntExact(input.size(0)));
        interleaved.interleave(chunks, maps, output);
        return output.array();
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        Memory gradient = Memory.of(outputGradient);
        Memory maps = phaseOutputs.of(Math.toIntExact(outputGradient.size(0)));
        interleaved.separate(chunks, gradient, maps);
        INDArray inputGradient = phases.backward(maps.array(), inputGradientWanted);
        ordered.add(phaseGradients, gradients());
        return inputGradient;
    }
}
