package peekbench.nn.loss;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.registry.Paper;

/**
 * NT-Xent with labels: embeddings of one class are drawn together, those of others pushed apart. With {@code u_i = q_i /
 * |q_i|} and {@code s_ij = u_i · u_j / τ} it is {@code Σ_i Σ_{p ≠ i, y_p = y_i} (log Σ_{j ≠ i} exp s_ij - s_ip)}, the sum over
 * every anchor i and every other example p of its class. An anchor without one adds nothing.
 *
 * <p>Deviations: rows are divided by their norm, as in NT-Xent, where Eq. 5 prints the bare product. An embedding of norm 0
 * has no direction: it counts as the null vector and gets no gradient.
 *
 * @param temperature τ, positive
 */
@Paper(
        authors = "Chopra, Sahu, Singh, Java, Vepakomma, Sharma, Raskar",
        title = "AdaSplit: Adaptive Trade-offs for Resource-constrained Distributed Deep Learning",
        year = 2021,
        venue = "arXiv",
        section = "3.1, Eq. 5")
public record SupervisedNtXent(double temperature) {

    /**
     * The sum and its gradient with respect to the embeddings; computed in float64.
     *
     * @param embeddings {@code q [N, D]}
     * @param labels y, one an example
     * @throws IllegalArgumentException when there are more or fewer labels than embeddings
     */
    public LossAndGradient of(INDArray embeddings, int... labels) {
        int examples = Math.toIntExact(embeddings.size(0));
        if (labels.length != examples) {
            throw new IllegalArgumentException(
                    "There are " + examples + " embeddings and " + labels.length + " labels; give one label each.");
        }
        INDArray q = embeddings.castTo(DataType.DOUBLE).dup('c');
        INDArray inverseNorms = inverseNorms(q);
        INDArray directions = q.mulColumnVector(inverseNorms);
        double[][] similarities =
                directions.mmul(directions.transpose()).divi(temperature).toDoubleMatrix();
        double[][] slopes = new double[examples][examples];
        double loss = 0;
        for (int anchor = 0; anchor < examples; anchor++) {
            loss += anchor(anchor, similarities[anchor], slopes[anchor], labels);
        }
        INDArray both = Nd4j.createFromArray(slopes);
        INDArray pulls = both.add(both.transpose()).mmul(directions).divi(temperature);
        INDArray along = pulls.mul(directions).sum(true, 1);
        INDArray gradient = pulls.subi(directions.mulColumnVector(along)).muliColumnVector(inverseNorms);
        return new LossAndGradient(loss, gradient.castTo(embeddings.dataType()).dup('c'));
    }

    /** {@code 1 / |q_i|} as {@code [N, 1]}; 0 for the null vector. */
    private static INDArray inverseNorms(INDArray q) {
        double[] norms = q.norm2(1).toDoubleVector();
        double[][] inverse = new double[norms.length][1];
        for (int i = 0; i < norms.length; i++) {
            inverse[i][0] = norms[i] == 0 ? 0 : 1 / norms[i];
        }
        return Nd4j.createFromArray(inverse);
    }

    /** The terms of one anchor; its slopes become {@code dL_i / ds_ij = P softmax_ij - [y_j = y_i]}, P its pairs. */
    private static double anchor(int anchor, double[] similarities, double[] slopes, int... labels) {
        double largest = Double.NEGATIVE_INFINITY;
        int pairs = 0;
        for (int j = 0; j < labels.length; j++) {
            if (j != anchor) {
                largest = Math.max(largest, similarities[j]);
                pairs += labels[j] == labels[anchor] ? 1 : 0;
            }
        }
        if (pairs == 0) {
            return 0;
        }
        double sum = 0;
        for (int j = 0; j < labels.length; j++) {
            sum += j == anchor ? 0 : Math.exp(similarities[j] - largest);
        }
        double logSum = largest + Math.log(sum);
        double loss = 0;
        for (int j = 0; j < labels.length; j++) {
            if (j != anchor) {
                boolean positive = labels[j] == labels[anchor];
                loss += positive ? logSum - similarities[j] : 0;
                slopes[j] = pairs * Math.exp(similarities[j] - logSum) - (positive ? 1 : 0);
            }
        }
        return loss;
    }

    /** How many pairs of an anchor and another example of its class there are, each counted from both ends. */
    public static long pairs(int... labels) {
        long pairs = 0;
        for (int i = 0; i < labels.length; i++) {
            for (int j = 0; j < labels.length; j++) {
                pairs += j != i && labels[j] == labels[i] ? 1 : 0;
            }
        }
        return pairs;
    }
}
