package peekbench.nn.layer;

/**
 * A layer within an architecture.
 *
 * @param name unique within the architecture; the name of the cut after it, and of its initial weights' seed
 */
public record NamedLayer(String name, LayerSpec spec) {}
