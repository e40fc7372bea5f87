package peekbench.deeplearning4j;

import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;

/**
 * Shapes of one example here and there: {@code [C, H, W]} and {@code [F]} are the same, a sequence is {@code [T, F]} here and
 * {@code [F, T]} there.
 */
final class InputTypes {
    private static final int SEQUENCE = 2;
    private static final int VOLUME = 4;

    private InputTypes() {}

    /** What DeepLearning4J calls such examples. */
    static InputType of(Shape shape) {
        return switch (shape.rank()) {
            case 1 -> InputType.feedForward(shape.size(0));
            case SEQUENCE -> InputType.recurrent(shape.size(1), shape.size(0), RNNFormat.NCW);
            case VOLUME ->
                InputType.convolutional3D(
                        Convolution3D.DataFormat.NCDHW,
                        shape.size(1),
                        shape.size(2),
                        shape.size(VOLUME - 1),
                        shape.size(0));
            default -> InputType.convolutional(shape.size(1), shape.size(2), shape.size(0));
        };
    }

    /** The shape of examples of a type. */
    static Shape shape(InputType type) {
        if (type instanceof InputType.InputTypeConvolutional image) {
            return Shape.of(image.getChannels(), image.getHeight(), image.getWidth());
        }
        if (type instanceof InputType.InputTypeRecurrent sequence) {
            return Shape.of(sequence.getTimeSeriesLength(), sequence.getSize());
        }
        if (type instanceof InputType.InputTypeConvolutional3D volume) {
            return Shape.of(volume.getChannels(), volume.getDepth(), volume.getHeight(), volume.getWidth());
        }
        if (type instanceof InputType.InputTypeFeedForward || type instanceof InputType.InputTypeConvolutionalFlat) {
            return Shape.of(type.arrayElementsPerExample());
        }
        throw new ConfigurationException("It gives (" + type + "), which no layer here takes.");
    }

    /** A batch in DeepLearning4J's order, in memory that it may write to. */
    static INDArray there(INDArray batch) {
        return batch.rank() == SEQUENCE + 1 ? batch.permute(0, 2, 1).dup('c') : batch.dup('c');
    }

    /** A batch in our order, dense. */
    static INDArray here(INDArray batch) {
        return batch.rank() == SEQUENCE + 1 ? batch.permute(0, 2, 1).dup('c') : dense(batch);
    }

    private static INDArray dense(INDArray batch) {
        boolean isDense = batch.ordering() == 'c' && !batch.isView() && batch.elementWiseStride() == 1;
        return isDense ? batch : batch.dup('c');
    }
}
