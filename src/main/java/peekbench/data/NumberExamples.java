package peekbench.data;

import java.nio.ByteBuffer;

/** Rows of real numbers. */
final class NumberExamples implements Examples {
    private final float[] numbers;
    private final int length;

    /**
     * @param numbers all rows, one after the other
     * @param length numbers of one row
     */
    NumberExamples(float[] numbers, int length) {
        this.numbers = numbers;
        this.length = length;
    }

    @Override
    public int size() {
        return numbers.length / length;
    }

    @Override
    public void copy(int index, float[] into, int offset) {
        System.arraycopy(numbers, index * length, into, offset, length);
    }

    @Override
    public byte[] bytes(int index) {
        ByteBuffer bytes = ByteBuffer.allocate(length * Float.BYTES);
        bytes.asFloatBuffer().put(numbers, index * length, length);
        return bytes.array();
    }
}
