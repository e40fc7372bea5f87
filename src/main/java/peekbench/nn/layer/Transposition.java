package peekbench.nn.layer;

import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.Kernel;
import peekbench.nn.memory.Memory;

/** Transposes each of many matrices {@code [rows, columns]} that lie one after the other. */
record Transposition(int rows, int columns) implements Kernel {
    void each(Chunks chunks, Memory matrices, Memory transposed) {
        chunks.runEach(this, rows * columns, matrices, transposed);
    }

    @Override
    public void run(float[][] operands, int count) {
        float[] matrix = operands[0];
        float[] transposed = operands[1];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                transposed[column * rows + row] = matrix[row * columns + column];
            }
        }
    }

    @Override
    public void run(double[][] operands, int count) {
        double[] matrix = operands[0];
        double[] transposed = operands[1];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                transposed[column * rows + row] = matrix[row * columns + column];
            }
        }
    }
}
