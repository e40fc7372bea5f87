/**
 * What the window needs of the rest of the program: reading result folders and drawing their figures. Nothing here
 * knows JavaFX.
 */
@NullMarked
package peekbench.ui.service;

import org.jspecify.annotations.NullMarked;
