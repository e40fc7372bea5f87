package peekbench.nn.memory;

/**
 * A formula over arrays on the heap, its operands, once for float32 and once for float64. It is a plain loop without calls,
 * which the compiler turns into vector instructions; loops over buffers, or over {@link Memory#get} and {@link
 * Memory#put}, it does not.
 *
 * <p>Java rounds every operation, so a number comes out the same wherever it lies and however long the arrays are.
 */
public interface Kernel {
    /**
     * Computes in float32.
     *
     * @param operands at least {@code count} numbers each, unless the kernel says otherwise
     */
    void run(float[][] operands, int count);

    /** Computes the same in float64. */
    void run(double[][] operands, int count);
}
