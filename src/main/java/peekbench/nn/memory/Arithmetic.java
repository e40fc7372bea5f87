package peekbench.nn.memory;

/** Sums and products of numbers at the same place. */
public enum Arithmetic implements ElementwiseKernel {
    /** {@code b = b + a}. */
    ADD(2, 1) {
        @Override
        public void run(float[][] operands, int count) {
            float[] a = operands[0];
            float[] b = operands[1];
            for (int i = 0; i < count; i++) {
                b[i] += a[i];
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] a = operands[0];
            double[] b = operands[1];
            for (int i = 0; i < count; i++) {
                b[i] += a[i];
            }
        }
    },
    /** {@code b = b + a²}. */
    ADD_SQUARE(2, 1) {
        @Override
        public void run(float[][] operands, int count) {
            float[] a = operands[0];
            float[] b = operands[1];
            for (int i = 0; i < count; i++) {
                b[i] += a[i] * a[i];
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] a = operands[0];
            double[] b = operands[1];
            for (int i = 0; i < count; i++) {
                b[i] += a[i] * a[i];
            }
        }
    },
    /** {@code c = a + b}. */
    SUM(2, 1) {
        @Override
        public void run(float[][] operands, int count) {
            float[] a = operands[0];
            float[] b = operands[1];
            float[] c = operands[2];
            for (int i = 0; i < count; i++) {
                c[i] = a[i] + b[i];
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] a = operands[0];
            double[] b = operands[1];
            double[] c = operands[2];
            for (int i = 0; i < count; i++) {
                c[i] = a[i] + b[i];
            }
        }
    },
    /** {@code c = a b}. */
    PRODUCT(2, 1) {
        @Override
        public void run(float[][] operands, int count) {
            float[] a = operands[0];
            float[] b = operands[1];
            float[] c = operands[2];
            for (int i = 0; i < count; i++) {
                c[i] = a[i] * b[i];
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] a = operands[0];
            double[] b = operands[1];
            double[] c = operands[2];
            for (int i = 0; i < count; i++) {
                c[i] = a[i] * b[i];
            }
        }
    };

    private final int read;
    private final int written;

    Arithmetic(int read, int written) {
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
