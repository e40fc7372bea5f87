package peekbench.defense.array;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A batch as one row of numbers an example, in float64 and C order. A float32 number survives the way there and back
 * unchanged, so what a defense leaves alone keeps its bits.
 */
public final class ExampleRows {
    private ExampleRows() {}

    /** The numbers of {@code [N, …]} as {@code N} rows in new memory. */
    public static double[][] of(INDArray examples) {
        int count = Math.toIntExact(examples.size(0));
        double[] numbers = numbers(examples);
        int length = count == 0 ? 0 : numbers.length / count;
        double[][] rows = new double[count][length];
        for (int example = 0; example < count; example++) {
            System.arraycopy(numbers, example * length, rows[example], 0, length);
        }
        return rows;
    }

    /** All numbers of an array in C order, in new memory. */
    public static double[] numbers(INDArray array) {
        return array.dup('c').data().asDouble();
    }

    /** Rows as a new array of the shape and type of {@code like}. */
    public static INDArray array(double[][] rows, INDArray like) {
        double[] numbers = new double[Math.toIntExact(like.length())];
        int from = 0;
        for (double[] row : rows) {
            System.arraycopy(row, 0, numbers, from, row.length);
            from += row.length;
        }
        return array(numbers, like);
    }

    /** Numbers in C order as a new array of the shape and type of {@code like}. */
    public static INDArray array(double[] numbers, INDArray like) {
        return Nd4j.createFromArray(numbers).castTo(like.dataType()).reshape('c', like.shape());
    }

    /** {@code Σ a_i b_i}. */
    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** {@code sqrt(Σ a_i²)}. */
    public static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }
}
