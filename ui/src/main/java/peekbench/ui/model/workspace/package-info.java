/**
 * What is open, what of it passes the filter and what of that is selected, as properties that a test can watch. Nothing
 * here knows widgets or a single place of the window.
 */
@NullMarked
package peekbench.ui.model.workspace;

import org.jspecify.annotations.NullMarked;
