package peekbench.nn.memory;

/** Formulas over numbers x and a centre c for each of them, for statistics and what is made of them. */
enum Deviations implements ElementwiseKernel {
    /** {@code (x, c, s)}: {@code s = s + (x - c)²}. */
    ADD_SQUARE(3, 1) {
        @Override
        public void run(float[][] operands, int count) {
            float[] x = operands[0];
            float[] c = operands[1];
            float[] sum = operands[2];
            for (int i = 0; i < count; i++) {
                float deviation = x[i] - c[i];
                sum[i] += deviation * deviation;
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] x = operands[0];
            double[] c = operands[1];
            double[] sum = operands[2];
            for (int i = 0; i < count; i++) {
                double deviation = x[i] - c[i];
                sum[i] += deviation * deviation;
            }
        }
    },
    /** {@code (x, c, g, s, t)}: {@code s = s + g} and {@code t = t + g (x - c)}. */
    ADD_PRODUCT(5, 2) {
        @Override
        public void run(float[][] operands, int count) {
            float[] x = operands[0];
            float[] c = operands[1];
            float[] g = operands[2];
            float[] sum = operands[3];
            float[] products = operands[4];
            for (int i = 0; i < count; i++) {
                sum[i] += g[i];
                products[i] += g[i] * (x[i] - c[i]);
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] x = operands[0];
            double[] c = operands[1];
            double[] g = operands[2];
            double[] sum = operands[3];
            double[] products = operands[4];
            for (int i = 0; i < count; i++) {
                sum[i] += g[i];
                products[i] += g[i] * (x[i] - c[i]);
            }
        }
    },
    /** {@code (x, c, a, b, y)}: {@code y = (x - c) a + b}. */
    STANDARDIZE(4, 1) {
        @Override
        public void run(float[][] operands, int count) {
            float[] x = operands[0];
            float[] c = operands[1];
            float[] factor = operands[2];
            float[] shift = operands[3];
            float[] y = operands[4];
            for (int i = 0; i < count; i++) {
                y[i] = (x[i] - c[i]) * factor[i] + shift[i];
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] x = operands[0];
            double[] c = operands[1];
            double[] factor = operands[2];
            double[] shift = operands[3];
            double[] y = operands[4];
            for (int i = 0; i < count; i++) {
                y[i] = (x[i] - c[i]) * factor[i] + shift[i];
            }
        }
    },
    /** {@code (x, c, g, a, k, b, y)}: {@code y = g a + (x - c) k + b}. */
    STANDARDIZE_GRADIENT(6, 1) {
        @Override
        public void run(float[][] operands, int count) {
            float[] x = operands[0];
            float[] c = operands[1];
            float[] g = operands[2];
            float[] factor = operands[3];
            float[] slope = operands[4];
            float[] shift = operands[5];
            float[] y = operands[6];
            for (int i = 0; i < count; i++) {
                y[i] = g[i] * factor[i] + (x[i] - c[i]) * slope[i] + shift[i];
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] x = operands[0];
            double[] c = operands[1];
            double[] g = operands[2];
            double[] factor = operands[3];
            double[] slope = operands[4];
            double[] shift = operands[5];
            double[] y = operands[6];
            for (int i = 0; i < count; i++) {
                y[i] = g[i] * factor[i] + (x[i] - c[i]) * slope[i] + shift[i];
            }
        }
    };

    private final int read;
    private final int written;

    Deviations(int read, int written) {
        this.read = read;
        this.written = written;
    }

    @Override
    public int read() {
        return read;
    }

    @Override
    public int written() {
        return written;
    }
}
