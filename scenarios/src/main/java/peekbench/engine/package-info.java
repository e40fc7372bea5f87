/**
 * Engines that run the trials of a plan, each in a process of its own or all on threads of one, and the program of a trial
 * process. Nothing here decides which trials there are or writes a report.
 */
@NullMarked
package peekbench.engine;

import org.jspecify.annotations.NullMarked;
