/**
 * Stored pictures and what is known of each, read by position and turned into pixels of the screen. Nothing here knows
 * JavaFX or starts the engine.
 */
@NullMarked
package peekbench.ui.service.picture;

import org.jspecify.annotations.NullMarked;
