/** The data sets that scenarios can name, a class each: what it is, and where its files come from. Nothing here reads files. */
@NullMarked
package peekbench.data.set;

import org.jspecify.annotations.NullMarked;
