package peekbench.nn.layer;

import peekbench.nn.memory.Chunks;
import peekbench.nn.memory.Kernel;
import peekbench.nn.memory.Memory;

/** Transposes each of many matrices {@code [rows, columns]} that lie one after the other. */
record Transposition(int rows, int columns) implements Kernel {
    void each(Chunks chunks, Memory matrices, Memory transposed) {
        int length = rows * columns;
        for (int at = 0; at < matrices.length(); at += length) {
            chunks.read(0, matrices, at, length);
            chunks.apply(this, 2, length);
            chunks.write(1, transposed, at, length);
        }
    }

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
