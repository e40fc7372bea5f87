/** The window's panes and widgets, which show what the models say. Nothing here decides or reads a file. */
@NullMarked
package peekbench.ui.view;

import org.jspecify.annotations.NullMarked;
