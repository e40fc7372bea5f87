package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;

/** Convolution by ND4J's operation, which oneDNN computes: best with many channels on both sides. */
final class OneDnnConvolutionLayer extends ParameterLayer {
    private static final int SYMMETRIC_PADDING = 0;
    private static final int CHANNELS_FIRST = 0;
    private static final int OUTPUT_INPUT_HEIGHT_WIDTH = 1;

    private final Convolution specification;
    private final Shape input;
    private final NativeOperation forward;
    private final NativeOperation backward;
    private final BatchBuffer outputs;
    private final BatchBuffer inputGradients;
    private INDArray weights;
    private INDArray bias;
    private INDArray weightGradient;
    private INDArray biasGradient;
    private INDArray lastInput;

    OneDnnConvolutionLayer(Convolution specification, Shape input, Precision precision) {
        super(
                specification.weightCount(input),
                input.size(0) * specification.kernel() * specification.kernel(),
                specification.outputChannels() * specification.kernel() * specification.kernel(),
                precision);
        this.specification = specification;
        this.input = input;
        this.outputs = new BatchBuffer(specification.outputShape(input), precision);
        this.inputGradients = new BatchBuffer(input, precision);
        long[] settings = {
            specification.kernel(),
            specification.kernel(),
            specification.stride(),
            specification.stride(),
            specification.padding(),
            specification.padding(),
            1,
            1,
            SYMMETRIC_PADDING,
            CHANNELS_FIRST,
            OUTPUT_INPUT_HEIGHT_WIDTH
        };
        this.forward = new NativeOperation("conv2d", settings);
        this.backward = new NativeOperation("conv2d_bp", settings);
        INDArray unbound = Nd4j.empty(precision.dataType());
        this.weights = unbound;
        this.bias = unbound;
        this.weightGradient = unbound;
        this.biasGradient = unbound;
        this.lastInput = unbound;
    }

    @Override
    public void bind(INDArray parameterView, INDArray gradientView) {
        super.bind(parameterView, gradientView);
        weights = kernels(parameterView);
        bias = biases(parameterView);
        weightGradient = kernels(gradientView);
        biasGradient = biases(gradientView);
    }

    private INDArray kernels(INDArray flat) {
        return flat.get(NDArrayIndex.interval(0, biasOffset()))
                .reshape(
                        'c',
                        specification.outputChannels(),
                        input.size(0),
                        specification.kernel(),
                        specification.kernel());
    }

    private INDArray biases(INDArray flat) {
        return specification.bias()
                ? flat.get(NDArrayIndex.interval(biasOffset(), flat.length()))
                : Nd4j.empty(flat.dataType());
    }

    @Override
    public INDArray forward(INDArray x, boolean training) {
        lastInput = x;
        INDArray output = outputs.of(Math.toIntExact(x.size(0))).array();
        INDArray[] inputs = specification.bias() ? new INDArray[] {x, weights, bias} : new INDArray[] {x, weights};
        forward.run(inputs, output);
        return output;
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        INDArray inputGradient =
                inputGradients.of(Math.toIntExact(outputGradient.size(0))).array();
        if (specification.bias()) {
            INDArray[] inputs = {lastInput, weights, bias, outputGradient};
            backward.run(inputs, inputGradient, weightGradient, biasGradient);
        } else {
            backward.run(new INDArray[] {lastInput, weights, outputGradient}, inputGradient, weightGradient);
        }
        return inputGradient;
    }
}
