/**
 * The index of a workspace as a file: its tables, how they are filled from result folders, and stored trials read back from
 * them. Nothing here knows what people ask.
 */
@NullMarked
package peekbench.query.index;

import org.jspecify.annotations.NullMarked;
