/** Widgets, colours and texts that all places share. Nothing here knows a single place. */
@NullMarked
package peekbench.ui.view.part;

import org.jspecify.annotations.NullMarked;
