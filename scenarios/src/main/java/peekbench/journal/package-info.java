/**
 * The lines that runs leave in their result folders, so that other programs follow and steer them. Nothing here runs a
 * trial or reads a result.
 */
@NullMarked
package peekbench.journal;

import org.jspecify.annotations.NullMarked;
