/** Who trains when, and on which of its records. Nothing here sends a message or touches weights. */
@NullMarked
package peekbench.protocol.schedule;

import org.jspecify.annotations.NullMarked;
