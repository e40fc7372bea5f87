/** How defenses read and write batches as rows of numbers. Nothing here is a defense. */
@NullMarked
package peekbench.defense.array;

import org.jspecify.annotations.NullMarked;
