package peekbench.nn.memory;

/** Activation functions {@code x → y}, and the way back through each, {@code (y or x, gradient of y) → gradient of x}. */
public enum Activations implements ElementwiseKernel {
    /** {@code y = max(x, 0)}. */
    RELU(1) {
        @Override
        public void run(float[][] operands, int count) {
            float[] x = operands[0];
            float[] y = operands[1];
            for (int i = 0; i < count; i++) {
                y[i] = Math.max(x[i], 0f);
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] x = operands[0];
            double[] y = operands[1];
            for (int i = 0; i < count; i++) {
                y[i] = Math.max(x[i], 0d);
            }
        }
    },
    /** {@code y = 1 / (1 + exp(-x))}, in float64. */
    SIGMOID(1) {
        @Override
        public void run(float[][] operands, int count) {
            float[] x = operands[0];
            float[] y = operands[1];
            for (int i = 0; i < count; i++) {
                y[i] = (float) (1 / (1 + Math.exp(-x[i])));
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] x = operands[0];
            double[] y = operands[1];
            for (int i = 0; i < count; i++) {
                y[i] = 1 / (1 + Math.exp(-x[i]));
            }
        }
    },
    /** {@code g y (1 - y)}, in float64. */
    SIGMOID_GRADIENT(2) {
        @Override
        public void run(float[][] operands, int count) {
            float[] y = operands[0];
            float[] g = operands[1];
            float[] result = operands[2];
            for (int i = 0; i < count; i++) {
                double output = y[i];
                result[i] = (float) (g[i] * (output * (1 - output)));
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] y = operands[0];
            double[] g = operands[1];
            double[] result = operands[2];
            for (int i = 0; i < count; i++) {
                result[i] = g[i] * (y[i] * (1 - y[i]));
            }
        }
    },
    /** {@code y = tanh(x)}, in float64. */
    TANH(1) {
        @Override
        public void run(float[][] operands, int count) {
            float[] x = operands[0];
            float[] y = operands[1];
            for (int i = 0; i < count; i++) {
                y[i] = (float) Math.tanh(x[i]);
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] x = operands[0];
            double[] y = operands[1];
            for (int i = 0; i < count; i++) {
                y[i] = Math.tanh(x[i]);
            }
        }
    },
    /** {@code g (1 - y²)}, in float64. */
    TANH_GRADIENT(2) {
        @Override
        public void run(float[][] operands, int count) {
            float[] y = operands[0];
            float[] g = operands[1];
            float[] result = operands[2];
            for (int i = 0; i < count; i++) {
                double output = y[i];
                result[i] = (float) (g[i] * (1 - output * output));
            }
        }

        @Override
        public void run(double[][] operands, int count) {
            double[] y = operands[0];
            double[] g = operands[1];
            double[] result = operands[2];
            for (int i = 0; i < count; i++) {
                result[i] = g[i] * (1 - y[i] * y[i]);
            }
        }
    };

    private final int read;

    Activations(int read) {
        this.read = read;
    }

    @Override
    public int read() {
        return read;
    }

    @Override
    public int written() {
        return 1;
    }
}
