/**
 * Runs as the window needs them: followed through their journals, steered, begun in processes of their own, and those that
 * wait. Nothing here knows JavaFX or runs a trial in this process.
 */
@NullMarked
package peekbench.ui.service.run;

import org.jspecify.annotations.NullMarked;
