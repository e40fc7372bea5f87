package peekbench.data.format;

import java.nio.file.Path;
import peekbench.data.GivenPart;

/**
 * An image file and what is known of it.
 *
 * @param file where it is
 * @param label its class
 * @param part what it is given to
 * @param group what it stays together with; images without groups all have the same
 */
record LabelledImage(Path file, String label, GivenPart part, String group) {}
