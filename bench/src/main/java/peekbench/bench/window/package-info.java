/**
 * Times the window on made-up workspaces: its start, its frames, its memory. Nothing here knows JavaFX; the window is a process
 * of its own.
 */
@NullMarked
package peekbench.bench.window;

import org.jspecify.annotations.NullMarked;
