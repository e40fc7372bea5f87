/**
 * An ensemble of split networks, and the student that it teaches. Nothing here says how one member trains; {@link
 * peekbench.protocol.split} does.
 */
@NullMarked
package peekbench.protocol.ensemble;

import org.jspecify.annotations.NullMarked;
