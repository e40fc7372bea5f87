/**
 * What the window shows and what its buttons do, as properties that a test can watch without a screen. Nothing here
 * knows widgets.
 */
@NullMarked
package peekbench.ui.model;

import org.jspecify.annotations.NullMarked;
