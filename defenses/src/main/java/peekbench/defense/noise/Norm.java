package peekbench.defense.noise;

import peekbench.defense.array.ExampleRows;

/** How the length of an example's smashed data is measured. */
enum Norm {
    /** {@code Σ |z_i|}, for Laplace noise. */
    L1 {
        @Override
        double of(double[] z) {
            double sum = 0;
            for (double number : z) {
                sum += Math.abs(number);
            }
            return sum;
        }

        @Override
        double slope(double[] z, int i, double norm) {
            return Math.signum(z[i]);
        }
    },
    /** {@code sqrt(Σ z_i²)}, for Gaussian noise. */
    L2 {
        @Override
        double of(double[] z) {
            return ExampleRows.norm(z);
        }

        @Override
        double slope(double[] z, int i, double norm) {
            return z[i] / norm;
        }
    };

    abstract double of(double[] z);

    /** {@code ∂|z| / ∂z_i}; {@code norm} is |z|, greater than 0. */
    abstract double slope(double[] z, int i, double norm);
}
