/**
 * What the window needs of the rest of the program: results, scenarios, settings, commands. Nothing here knows JavaFX or
 * starts the engine in this process.
 */
@NullMarked
package peekbench.ui.service;

import org.jspecify.annotations.NullMarked;
