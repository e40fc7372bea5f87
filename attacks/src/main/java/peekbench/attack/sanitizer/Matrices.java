package peekbench.attack.sanitizer;

import java.util.Collection;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Shape;

/** Records as rows of numbers, in float64, since a factor is divided by and small errors would grow. */
final class Matrices {
    private Matrices() {}

    /** Records {@code [N, …]} as {@code N} rows, their numbers in C order. */
    static double[][] rows(INDArray records) {
        int length = Shape.ofExample(records.shape()).length();
        return records.castTo(DataType.DOUBLE)
                .dup('c')
                .reshape('c', records.size(0), length)
                .toDoubleMatrix();
    }

    /** Records of several arrays {@code [N, …]}, one below the other. */
    static double[][] rows(Collection<INDArray> parts) {
        return rows(Nd4j.concat(0, parts.toArray(new INDArray[0])));
    }

    /** Rows as records of a shape. */
    static INDArray records(double[][] rows, Shape shape, DataType type) {
        return Nd4j.createFromArray(rows).castTo(type).reshape('c', shape.withBatch(rows.length));
    }

    /** Column {@code place} of the rows. */
    static double[] column(double[][] rows, int place) {
        double[] column = new double[rows.length];
        for (int row = 0; row < rows.length; row++) {
            column[row] = rows[row][place];
        }
        return column;
    }

    /** The smallest number greater than 0; infinite when there is none. */
    static double smallestPositive(double[][] rows) {
        double smallest = Double.POSITIVE_INFINITY;
        for (double[] row : rows) {
            for (double value : row) {
                if (value > 0) {
                    smallest = Math.min(smallest, value);
                }
            }
        }
        return smallest;
    }

    /** Whether no number is less than 0. */
    static boolean nonNegative(double[][] rows) {
        for (double[] row : rows) {
            for (double value : row) {
                if (value < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The mean of {@code (a - b)²} over all numbers. */
    static double meanSquaredError(double[][] a, double[][] b) {
        double sum = 0;
        long count = 0;
        for (int row = 0; row < a.length; row++) {
            for (int place = 0; place < a[row].length; place++) {
                double difference = a[row][place] - b[row][place];
                sum += difference * difference;
                count++;
            }
        }
        return sum / count;
    }
}
