/**
 * Running the trials of a plan side by side. Nothing here prints, so that programs and the window can use it as the
 * command line does.
 */
@NullMarked
package peekbench.run;

import org.jspecify.annotations.NullMarked;
