package peekbench.attack.membership;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.problem.ConfigurationException;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.view.ModelHolderView;

/** What a network's outputs {@code z [N, K]} say of the true class y of each record, with {@code p = softmax(z)}. */
final class Confidence {
    private Confidence() {}

    /** {@code log p_y}, in {@code (-∞, 0]}: cross-entropy with its sign turned. */
    static double[] logProbability(INDArray outputs, List<Integer> labels) {
        double[] confidences = new double[labels.size()];
        for (int record = 0; record < confidences.length; record++) {
            double[] row = outputs.getRow(record).toDoubleVector();
            confidences[record] = row[labels.get(record)] - logSumOfExponentials(row, -1);
        }
        return confidences;
    }

    /**
     * {@code log(p_y / (1 - p_y)) = z_y - log Σ_{k≠y} exp(z_k)}, any real number: over trainings it is distributed nearly as a
     * normal variable (Carlini et al. 2022). From outputs it is exact where {@code 1 - p_y} would be
     * rounded to 0.
     */
    static double[] logit(INDArray outputs, List<Integer> labels) {
        double[] confidences = new double[labels.size()];
        for (int record = 0; record < confidences.length; record++) {
            double[] row = outputs.getRow(record).toDoubleVector();
            int label = labels.get(record);
            confidences[record] = row[label] - logSumOfExponentials(row, label);
        }
        return confidences;
    }

    private static double logSumOfExponentials(double[] row, int without) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < row.length; k++) {
            largest = k == without ? largest : Math.max(largest, row[k]);
        }
        double sum = 0;
        for (int k = 0; k < row.length; k++) {
            sum += k == without ? 0 : Math.exp(row[k] - largest);
        }
        return largest + Math.log(sum);
    }

    /**
     * The candidates of an attack that looks at the true class.
     *
     * @throws ConfigurationException when there are no classes
     */
    static AuxiliaryData candidates(ModelHolderView view, String attack) {
        AuxiliaryData candidates = view.candidates();
        if (candidates.labels().isEmpty()) {
            throw new ConfigurationException(
                    "The attack (" + attack + ") looks at the probability of a record's class, but"
                            + " the network predicts numbers. Choose a data set with classes.");
        }
        return candidates;
    }
}
