package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
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
    private final int stride;
    private final int inputHeight;
    private final int inputWidth;
    private final int phaseChannels;
    private final GatheringConvolutionLayer phases;
    private final Memory phaseParameters;
    private final Memory phaseGradients;
    private final BatchBuffer outputs;
    private final BatchBuffer phaseOutputs;
    /** For every phase weight its place among the layer's own weights, or -1 where the kernel has no tap. */
    private final int[] places;

    TransposedConvolutionLayer(TransposedConvolution specification, Shape input, Precision precision) {
        super(
                input.size(0) * specification.outputChannels() * specification.kernel() * specification.kernel(),
                input.size(0)
                        * specification.kernel()
                        * specification.kernel()
                        / (specification.stride() * specification.stride()),
                specification.outputChannels() * specification.kernel() * specification.kernel(),
                precision);
        this.stride = specification.stride();
        this.inputHeight = input.size(1);
        this.inputWidth = input.size(2);
        this.phaseChannels = specification.outputChannels() * stride * stride;
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
        this.places = places(specification, input.size(0), taps, reach);
    }

    private static int[] places(TransposedConvolution specification, int inputChannels, int taps, int reach) {
        int stride = specification.stride();
        int kernel = specification.kernel();
        int[] places = new int[specification.outputChannels() * stride * stride * inputChannels * taps * taps];
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
        return places;
    }

    @Override
    public INDArray forward(INDArray input, boolean training) {
        for (int i = 0; i < places.length; i++) {
            phaseParameters.put(i, places[i] < 0 ? 0 : parameters().get(places[i]));
        }
        for (int channel = 0; channel < phaseChannels; channel++) {
            phaseParameters.put(places.length + channel, parameters().get(biasOffset() + channel / (stride * stride)));
        }
        Memory maps = Memory.of(phases.forward(input, training));
        Memory output = outputs.of(Math.toIntExact(input.size(0)));
        for (int map = 0; map < maps.length() / (inputHeight * inputWidth); map++) {
            maps.spread(map * inputHeight * inputWidth, output, imageOffset(map), stride, inputHeight, inputWidth);
        }
        return output.array();
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        Memory gradient = Memory.of(outputGradient);
        Memory maps = phaseOutputs.of(Math.toIntExact(outputGradient.size(0)));
        for (int map = 0; map < maps.length() / (inputHeight * inputWidth); map++) {
            gradient.collect(imageOffset(map), stride, maps, map * inputHeight * inputWidth, inputHeight, inputWidth);
        }
        INDArray inputGradient = phases.backward(maps.array(), inputGradientWanted);
        gradients().fill(0, gradients().length(), 0);
        for (int i = 0; i < places.length; i++) {
            if (places[i] >= 0) {
                gradients().put(places[i], gradients().get(places[i]) + phaseGradients.get(i));
            }
        }
        for (int channel = 0; channel < phaseChannels; channel++) {
            int bias = biasOffset() + channel / (stride * stride);
            gradients().put(bias, gradients().get(bias) + phaseGradients.get(places.length + channel));
        }
        return inputGradient;
    }

    /** Where the first number of a phase map lies in the interleaved image. */
    private int imageOffset(int map) {
        int plane = map / (stride * stride);
        int phase = map % (stride * stride);
        int outputWidth = inputWidth * stride;
        return plane * inputHeight * stride * outputWidth + phase / stride * outputWidth + phase % stride;
    }
}
