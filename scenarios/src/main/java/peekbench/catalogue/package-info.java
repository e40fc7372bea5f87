/**
 * Everything that scenarios can name, found once at the start of a program and handed down. Nothing here reads scenarios or
 * runs them.
 */
@NullMarked
package peekbench.catalogue;

import org.jspecify.annotations.NullMarked;
