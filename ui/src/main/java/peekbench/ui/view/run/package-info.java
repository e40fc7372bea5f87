/** The places where runs are begun, followed and steered: the welcome and Runs. Nothing here decides or reads a file. */
@NullMarked
package peekbench.ui.view.run;

import org.jspecify.annotations.NullMarked;
