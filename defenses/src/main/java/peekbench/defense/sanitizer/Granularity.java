package peekbench.defense.sanitizer;

import peekbench.nn.array.Shape;

/** How many factors a random vector has, which the paper leaves open. */
public enum Granularity {
    /** One factor for each number of an input: {@code C H W} for images, {@code F} for tables. */
    ELEMENT,
    /** One factor for each channel of an image, {@code C}; columns of a table are channels. */
    CHANNEL;

    /** How many neighbouring numbers of an input share a factor. */
    int runLength(Shape input) {
        return this == ELEMENT ? 1 : input.length() / input.size(0);
    }
}
