package peekbench.data;

import peekbench.problem.ConfigurationException;

/** Asks before memory is taken, so that whoever has too little hears of that rather than of a file that is in order. */
public final class MemoryNeed {
    /** What one array can hold. */
    private static final long MOST_IN_AN_ARRAY = Integer.MAX_VALUE - 8;

    /** What a program needs beside its data. */
    private static final double FREE_SHARE = .85;

    private MemoryNeed() {}

    /**
     * The length of an array to be made.
     *
     * @param what will be in it, in the plural: {@code 8000 images of 640x480}
     * @param numbers how many
     * @param bytes that one takes
     * @param remedy what else than more memory helps, as the end of a sentence: {@code take fewer}
     * @throws ConfigurationException when they are more than an array or this process can hold
     */
    public static int of(String what, long numbers, int bytes, String remedy) {
        if (numbers > MOST_IN_AN_ARRAY) {
            throw new ConfigurationException("The " + what + " have " + numbers
                    + " numbers together; a data set can have " + MOST_IN_AN_ARRAY + ". Please " + remedy + ".");
        }
        long may = Runtime.getRuntime().maxMemory();
        if (numbers * bytes > FREE_SHARE * may) {
            throw new ConfigurationException("The " + what + " take " + ((numbers * bytes) >> 20)
                    + " MB of memory, and this process may have " + (may >> 20)
                    + " MB in all. Give it more, as in PEEKBENCH_JAVA_OPTIONS=-Xmx8g, and trials as in --memory 4g; or "
                    + remedy + ".");
        }
        return (int) numbers;
    }
}
