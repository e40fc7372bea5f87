/** The window on a result folder. Nothing here may be used by any other part, all of which run without a display. */
@NullMarked
package peekbench.ui;

import org.jspecify.annotations.NullMarked;
