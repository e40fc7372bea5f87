package peekbench.defense.label;

import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.defense.array.ExampleRows;
import peekbench.nn.array.SavedState;
import peekbench.threat.defense.DefenseHooks;

/** {@link Marvell} at a party with labels; keeps nothing between batches. */
record MarvellHooks(double scale, RandomGenerator generator) implements DefenseHooks {

    /** @throws peekbench.problem.ConfigurationException when there are not two classes */
    @Override
    public INDArray filterGradient(INDArray gradient, INDArray targets) {
        if (scale == 0) {
            return gradient;
        }
        boolean[] positive = BinaryTargets.positive(targets);
        int positives = ClassGradients.count(positive, true);
        if (positives == 0 || positives == positive.length) {
            return gradient;
        }
        double[][] rows = ExampleRows.of(gradient);
        ClassGradients classes = ClassGradients.of(rows, positive);
        double squaredDistance = classes.squaredDistance();
        if (!(squaredDistance > 0)) {
            return gradient;
        }
        // The problem is the same in any unit; gradients of large batches are too small for absolute tolerances.
        NoisePower noise = new DivergenceProblem(
                        classes.negativeVariance() / squaredDistance,
                        classes.positiveVariance() / squaredDistance,
                        rows[0].length,
                        1,
                        classes.positiveShare(),
                        scale)
                .solve();
        for (int example = 0; example < rows.length; example++) {
            double across = noise.across(positive[example]);
            double along = noise.along(positive[example]);
            perturb(
                    rows[example],
                    classes.difference(),
                    Math.sqrt(Math.max(along - across, 0)),
                    Math.sqrt(across * squaredDistance));
        }
        return ExampleRows.array(rows, gradient);
    }

    /**
     * Adds noise to one gradient.
     *
     * @param along deviation of the factor of the direction, beyond what every direction gets
     * @param across deviation of every number
     */
    private void perturb(double[] row, double[] direction, double along, double across) {
        double factor = along == 0 ? 0 : along * generator.nextGaussian();
        for (int i = 0; i < row.length; i++) {
            row[i] += factor * direction[i] + (across == 0 ? 0 : across * generator.nextGaussian());
        }
    }

    @Override
    public void remember(SavedState state) { // only training goes by what is drawn and gathered here
    }
}
