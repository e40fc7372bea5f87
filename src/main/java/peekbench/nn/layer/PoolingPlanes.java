package peekbench.nn.layer;

import peekbench.nn.memory.Chunks;

/** One kind of pooling over whole planes {@code [H, W]}, images in the first operand and outputs in the second. */
interface PoolingPlanes {
    /** Makes room for what a batch of so many outputs has to remember until its way back. */
    default void prepare(int outputs) {}

    /**
     * Pools planes.
     *
     * @param plane which of the batch's planes is the first
     */
    void pool(Chunks chunks, int plane, int count);

    /** Adds the outputs' gradients to the places that they come from. */
    void spread(Chunks chunks, int plane, int count);
}
