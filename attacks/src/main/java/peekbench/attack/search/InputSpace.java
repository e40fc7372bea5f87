package peekbench.attack.search;

import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.seed.Seed;

/**
 * Where inputs are looked for. Images are searched as they are and kept in [0, 1]. Rows of a table are {@code x = mean +
 * deviation u}, and {@code u} is searched, so that one step size suits columns of every scale; they have no bounds and no
 * neighbours, so no total variation either.
 *
 * @param shape of one input
 * @param precision of all arrays
 * @param mean {@code [1, …]}
 * @param deviation {@code [1, …]}, nowhere 0
 */
public record InputSpace(Shape shape, Precision precision, INDArray mean, INDArray deviation) {
    /** The grey that a search for images starts from. */
    private static final double GREY = .5;
    /** A column that varies by less than this share of its mean varies by rounding only. */
    private static final double ROUNDING = 1e-6;

    /** For an attacker that knows nothing of the inputs but their shape: columns are taken to be standardised. */
    public static InputSpace ofShape(Shape shape, Precision precision) {
        return new InputSpace(
                shape,
                precision,
                Nd4j.zeros(precision.dataType(), shape.withBatch(1)),
                Nd4j.ones(precision.dataType(), shape.withBatch(1)));
    }

    /** For an attacker with records {@code [N, …]} of its own, whose mean and deviation it takes for tables. */
    public static InputSpace of(Shape shape, Precision precision, INDArray records) {
        if (shape.isImage()) {
            return ofShape(shape, precision);
        }
        INDArray mean = records.mean(true, 0);
        INDArray deviation = records.std(false, true, 0);
        for (long column = 0; column < deviation.length(); column++) {
            if (!(deviation.getDouble(column) > ROUNDING * Math.abs(mean.getDouble(column)))) {
                deviation.putScalar(column, 1);
            }
        }
        return new InputSpace(shape, precision, mean, deviation);
    }

    public boolean isImage() {
        return shape.isImage();
    }

    /** A grey image, or the mean row, for every example. */
    public INDArray centre(long examples) {
        return Nd4j.valueArrayOf(shape.withBatch(examples), isImage() ? GREY : 0, precision.dataType());
    }

    /** Uniform pixels, or standard normal columns. */
    public INDArray random(long examples, Seed seed) {
        RandomGenerator generator = seed.generator();
        double[] numbers = new double[Math.toIntExact(examples * shape.length())];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = isImage() ? generator.nextDouble() : generator.nextGaussian();
        }
        return Nd4j.create(numbers, shape.withBatch(examples), 'c').castTo(precision.dataType());
    }

    /** Moves numbers that are searched back to where inputs can be. */
    public void clip(INDArray searched) {
        if (isImage()) {
            Transforms.max(Transforms.min(searched, 1, false), 0, false);
        }
    }

    /** The inputs that searched numbers stand for, in new memory. */
    public INDArray decode(INDArray searched) {
        return isImage() ? searched.dup('c') : searched.mul(deviation).addi(mean);
    }

    /** The inputs that searched numbers stand for; images are the very array. */
    public INDArray view(INDArray searched) {
        return isImage() ? searched : decode(searched);
    }

    /** Makes the gradient with respect to inputs the one with respect to searched numbers. */
    public void pullBack(INDArray gradient) {
        if (!isImage()) {
            gradient.muli(deviation);
        }
    }

    /** Mean squared error of found inputs, in units of the columns' deviation. */
    public double error(INDArray found, INDArray truth) {
        INDArray errors = found.sub(truth).divi(deviation);
        return errors.muli(errors).meanNumber().doubleValue();
    }
}
