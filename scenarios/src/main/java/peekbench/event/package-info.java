/**
 * What happens in a run, as records that are one line of JSON each. Nothing here reads files or prints, so that whoever
 * runs, follows or shows trials speaks the same words.
 */
@NullMarked
package peekbench.event;

import org.jspecify.annotations.NullMarked;
