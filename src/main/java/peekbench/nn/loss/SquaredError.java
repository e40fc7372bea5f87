package peekbench.nn.loss;

import peekbench.nn.memory.ElementwiseKernel;

/** From outputs and targets to the gradient of their mean squared error, which it adds up in float64, number by number. */
final class SquaredError implements ElementwiseKernel {
    private final int numbers;
    private double sum;

    /**
     * @param numbers how many outputs there are in all
     */
    SquaredError(int numbers) {
        this.numbers = numbers;
    }

    /** The mean of the squared errors seen. */
    double mean() {
        return sum / numbers;
    }

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
        float[] output = operands[0];
        float[] target = operands[1];
        float[] slope = operands[2];
        double total = sum;
        for (int i = 0; i < count; i++) {
            double error = (double) output[i] - target[i];
            total += error * error;
            slope[i] = (float) (2 * error / numbers);
        }
        sum = total;
    }

    @Override
    public void run(double[][] operands, int count) {
        double[] output = operands[0];
        double[] target = operands[1];
        double[] slope = operands[2];
        double total = sum;
        for (int i = 0; i < count; i++) {
            double error = output[i] - target[i];
            total += error * error;
            slope[i] = 2 * error / numbers;
        }
        sum = total;
    }
}
