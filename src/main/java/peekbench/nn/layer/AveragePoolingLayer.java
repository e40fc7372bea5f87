package peekbench.nn.layer;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.memory.Memory;

/** The mean of windows in plain loops; one window as large as the image makes it global. */
final class AveragePoolingLayer implements Layer {
    private final int kernelHeight;
    private final int kernelWidth;
    private final int stride;
    private final int inputHeight;
    private final int inputWidth;
    private final int outputHeight;
    private final int outputWidth;
    private final BatchBuffer outputs;
    private final BatchBuffer inputGradients;

    AveragePoolingLayer(Shape input, Shape output, int kernelHeight, int kernelWidth, int stride, Precision precision) {
        this.kernelHeight = kernelHeight;
        this.kernelWidth = kernelWidth;
        this.stride = stride;
        this.inputHeight = input.size(1);
        this.inputWidth = input.size(2);
        this.outputHeight = (inputHeight - kernelHeight) / stride + 1;
        this.outputWidth = (inputWidth - kernelWidth) / stride + 1;
        this.outputs = new BatchBuffer(output, precision);
        this.inputGradients = new BatchBuffer(input, precision);
    }

    /** The backward pass reads neither input nor output. */
    @Override
    public boolean outputMayBeOverwritten() {
        return true;
    }

    @Override
    public INDArray forward(INDArray input, boolean training) {
        Memory images = Memory.of(input);
        Memory pooled = outputs.of(Math.toIntExact(input.size(0)));
        double share = 1.0 / (kernelHeight * kernelWidth);
        for (int at = 0; at < pooled.length(); at++) {
            int corner = corner(at);
            double sum = 0;
            for (int y = 0; y < kernelHeight; y++) {
                sum += images.sum(corner + y * inputWidth, kernelWidth);
            }
            pooled.put(at, sum * share);
        }
        return pooled.array();
    }

    /** Where the window of an output begins in the input. */
    private int corner(int output) {
        int x = output % outputWidth;
        int y = output / outputWidth % outputHeight;
        int plane = output / (outputWidth * outputHeight);
        return (plane * inputHeight + y * stride) * inputWidth + x * stride;
    }

    @Override
    public INDArray backward(INDArray outputGradient, boolean inputGradientWanted) {
        if (!inputGradientWanted) {
            return outputGradient;
        }
        Memory gradient = Memory.of(outputGradient);
        Memory images = inputGradients.of(Math.toIntExact(outputGradient.size(0)));
        images.fill(0, images.length(), 0);
        double share = 1.0 / (kernelHeight * kernelWidth);
        for (int at = 0; at < gradient.length(); at++) {
            int corner = corner(at);
            double part = gradient.get(at) * share;
            for (int y = 0; y < kernelHeight; y++) {
                int row = corner + y * inputWidth;
                for (int x = row; x < row + kernelWidth; x++) {
                    images.put(x, images.get(x) + part);
                }
            }
        }
        return images.array();
    }
}
