package peekbench.nn.memory;

/**
 * A kernel over numbers at the same place, which {@link Chunks#run} takes through memory of any length. Operands that are only
 * read come first, those that are only written last.
 */
public interface ElementwiseKernel extends Kernel {
    /** How many operands are read, counted from the first. */
    int read();

    /** How many operands are written, counted from the last. */
    int written();
}
