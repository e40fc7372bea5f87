/**
 * Data sets by name: those of the program, of folders and of downloads. Nothing here knows how a file is laid out; that is
 * {@code peekbench.data.format}.
 */
@NullMarked
package peekbench.data.catalogue;

import org.jspecify.annotations.NullMarked;
