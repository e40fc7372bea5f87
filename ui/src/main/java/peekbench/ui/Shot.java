package peekbench.ui;

/**
 * A view of the window to be drawn.
 *
 * @param name of its file; empty when it is only arranged, and not drawn
 * @param arrange brings it
 */
record Shot(String name, Runnable arrange) {}
