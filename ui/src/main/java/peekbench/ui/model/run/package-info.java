/**
 * What Runs shows: runs and trials with how far they are, those that wait, and curves and log of the one that is chosen, as
 * properties that a test can watch. Nothing here knows widgets, reads files or starts processes.
 */
@NullMarked
package peekbench.ui.model.run;

import org.jspecify.annotations.NullMarked;
