package peekbench.data;

/** The inputs of a data set, however they are kept. */
sealed interface Examples permits PixelExamples, NumberExamples {
    /** How many there are. */
    int size();

    /** Copies one example's numbers. */
    void copy(int index, float[] into, int offset);

    /** The raw bytes of one example, for the content hash. */
    byte[] bytes(int index);
}
