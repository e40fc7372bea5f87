/**
 * Trainings of the whole network in one place, on raw or on sanitized records. Nothing here cuts a network or
 * averages several.
 */
@NullMarked
package peekbench.protocol.whole;

import org.jspecify.annotations.NullMarked;
