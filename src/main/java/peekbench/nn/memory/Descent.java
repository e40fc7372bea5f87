package peekbench.nn.memory;

/** Steps of optimisers on {@code (gradient g, parameter p, what is remembered)}, in memory's precision. */
public sealed interface Descent extends ElementwiseKernel {

    /** Everything but the gradient. */
    @Override
    default int written() {
        return read() - 1;
    }

    /**
     * Gradient descent on {@code (g, p, v)}: {@code v = momentum v + (g + weightDecay p)} and {@code p = p - rate v}.
     *
     * @param momentum how much of the velocity v stays
     * @param weightDecay pull towards 0
     * @param rate step size
     */
    record Momentum(double momentum, double weightDecay, double rate) implements Descent {
        @Override
        public int read() {
            return 3;
        }

        @Override
        public void run(float[][] operands, int count) {
            float[] g = operands[0];
            float[] p = operands[1];
            float[] v = operands[2];
            float keep = (float) momentum;
            float decay = (float) weightDecay;
            float step = (float) rate;
            for (int i = 0; i < count; i++) {
                v[i] = keep * v[i] + (g[i] + decay * p[i]);
                p[i] -= step * v[i];
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] g = operands[0];
            double[] p = operands[1];
            double[] v = operands[2];
            double keep = momentum;
            double decay = weightDecay;
            double step = rate;
            for (int i = 0; i < count; i++) {
                v[i] = keep * v[i] + (g[i] + decay * p[i]);
                p[i] -= step * v[i];
            }
        }
    }

    /**
     * Adam on {@code (g, p, m, v)}: with {@code q = g + weightDecay p}, {@code m = beta1 m + (1 - beta1) q}, {@code v = beta2 v
     * + (1 - beta2) q²} and {@code p = p - rate m / (sqrt(v) / correction + epsilon)}.
     *
     * @param beta1 decay of the mean m
     * @param beta2 decay of the mean of squares v
     * @param epsilon keeps the division finite
     * @param weightDecay pull towards 0
     * @param rate step size over {@code 1 - beta1^t} at step t
     * @param correction {@code sqrt(1 - beta2^t)}
     */
    record Adam(double beta1, double beta2, double epsilon, double weightDecay, double rate, double correction)
            implements Descent {
        @Override
        public int read() {
            return 4;
        }

        @Override
        public void run(float[][] operands, int count) {
            float[] g = operands[0];
            float[] p = operands[1];
            float[] m = operands[2];
            float[] v = operands[3];
            float keep = (float) beta1;
            float take = (float) (1 - beta1);
            float keepSquare = (float) beta2;
            float takeSquare = (float) (1 - beta2);
            float decay = (float) weightDecay;
            float step = (float) rate;
            float scale = (float) (1 / correction);
            float least = (float) epsilon;
            for (int i = 0; i < count; i++) {
                float q = g[i] + decay * p[i];
                m[i] = keep * m[i] + take * q;
                v[i] = keepSquare * v[i] + takeSquare * q * q;
                p[i] -= step * m[i] / ((float) Math.sqrt(v[i]) * scale + least);
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] g = operands[0];
            double[] p = operands[1];
            double[] m = operands[2];
            double[] v = operands[3];
            double keep = beta1;
            double take = 1 - beta1;
            double keepSquare = beta2;
            double takeSquare = 1 - beta2;
            double decay = weightDecay;
            double step = rate;
            double scale = 1 / correction;
            double least = epsilon;
            for (int i = 0; i < count; i++) {
                double q = g[i] + decay * p[i];
                m[i] = keep * m[i] + take * q;
                v[i] = keepSquare * v[i] + takeSquare * q * q;
                p[i] -= step * m[i] / (Math.sqrt(v[i]) * scale + least);
            }
        }
    }
}
