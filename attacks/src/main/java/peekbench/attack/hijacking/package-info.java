/**
 * Attacks of a server that chooses the gradients it returns. Nothing here is for a server that only looks on; its
 * attacks are in the other packages.
 */
@NullMarked
package peekbench.attack.hijacking;

import org.jspecify.annotations.NullMarked;
