package peekbench.attack.decoder;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.registry.Paper;

/**
 * One reconstruction made of several of the same record: their sum with weights, one for each, that make its squared error
 * smallest on records whose inputs the attacker knows,
 *
 * <pre>
 * minimise over w   Σ_records |Σ_k w_k r_k(record) - x(record)|²
 * </pre>
 *
 * where {@code r_k} is what decoder k makes of what arrived of the record at epoch k. A decoder alone is the case of one weight
 * of 1, so the sum is never worse than the best of them there.
 */
@Paper(
        authors = "Breiman",
        title = "Stacked Regressions",
        year = 1996,
        venue = "Machine Learning 24",
        section = "least squares; without the constraint that weights are not negative")
record Stacking(double[] weights, double loss) {
    /** Directions that the reconstructions differ in by less are rounding errors. */
    private static final double SINGULAR = 1e-9;

    /**
     * The weights for some reconstructions.
     *
     * @param rehearsed {@code [N, …]} of each, of known records
     * @param wanted {@code [N, …]}, the known records
     */
    static Stacking of(List<INDArray> rehearsed, INDArray wanted) {
        int count = rehearsed.size();
        double[][] products = new double[count][count];
        double[] wantedProducts = new double[count];
        for (int one = 0; one < count; one++) {
            wantedProducts[one] = meanProduct(rehearsed.get(one), wanted);
            for (int other = 0; other <= one; other++) {
                products[one][other] = meanProduct(rehearsed.get(one), rehearsed.get(other));
                products[other][one] = products[one][other];
            }
        }
        double[] weights = solve(products, wantedProducts);
        INDArray error = sum(rehearsed, weights).subi(wanted);
        return new Stacking(weights, meanProduct(error, error));
    }

    /** Where two reconstructions are the same, each gets half of their weight. */
    private static double[] solve(double[][] products, double... wanted) {
        SingularValueDecomposition parts = new SingularValueDecomposition(new Array2DRowRealMatrix(products, false));
        double[] values = parts.getSingularValues();
        double[] rotated = parts.getUT().operate(wanted);
        for (int i = 0; i < rotated.length; i++) {
            rotated[i] = values[i] > SINGULAR * values[0] ? rotated[i] / values[i] : 0;
        }
        return parts.getV().operate(new ArrayRealVector(rotated, false)).toArray();
    }

    private static double meanProduct(INDArray one, INDArray other) {
        return one.mul(other).meanNumber().doubleValue();
    }

    /** The sum of reconstructions {@code [n, …]} of other records. */
    INDArray of(List<INDArray> reconstructions) {
        return sum(reconstructions, weights);
    }

    private static INDArray sum(List<INDArray> arrays, double... weights) {
        INDArray sum = arrays.get(0).mul(weights[0]);
        for (int i = 1; i < weights.length; i++) {
            sum.addi(arrays.get(i).mul(weights[i]));
        }
        return sum;
    }
}
