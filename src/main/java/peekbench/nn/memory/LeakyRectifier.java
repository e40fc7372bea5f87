package peekbench.nn.memory;

/**
 * {@code y = max(x, slope x)}, in memory's precision.
 *
 * @param slope in {@code [0, 1]}
 */
public record LeakyRectifier(double slope) implements ElementwiseKernel {
    @Override
    public int read() {
        return 1;
    }

    @Override
    public int written() {
        return 1;
    }

    @Override
    public void run(float[][] operands, int count) {
        float[] x = operands[0];
        float[] y = operands[1];
        float factor = (float) slope;
        for (int i = 0; i < count; i++) {
            y[i] = Math.max(x[i], factor * x[i]);
        }
    }

    @Override
    public void run(double[][] operands, int count) {
        double[] x = operands[0];
        double[] y = operands[1];
        double factor = slope;
        for (int i = 0; i < count; i++) {
            y[i] = Math.max(x[i], factor * x[i]);
        }
    }

    /**
     * {@code x > 0 ? g : slope g} from {@code (x, g)}, without a branch on a random sign: the smallest positive number
     * times the two powers of 2 is more than 1.
     *
     * @param slope in {@code [0, 1]}
     */
    public record Gradient(double slope) implements ElementwiseKernel {
        @Override
        public int read() {
            return 2;
        }

        @Override
        public int written() {
            return 1;
        }

        @Override
        public void run(float[][] operands, int count) {
            float[] x = operands[0];
            float[] g = operands[1];
            float[] result = operands[2];
            float factor = (float) slope;
            for (int i = 0; i < count; i++) {
                result[i] = g[i] * Math.max(factor, Math.min(1f, x[i] * 0x1p127f * 0x1p23f));
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] x = operands[0];
            double[] g = operands[1];
            double[] result = operands[2];
            double factor = slope;
            for (int i = 0; i < count; i++) {
                result[i] = g[i] * Math.max(factor, Math.min(1d, x[i] * 0x1p1023 * 0x1p52));
            }
        }
    }
}
