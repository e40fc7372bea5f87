/**
 * What was measured, found again: an index of the trials of a workspace, filters and queries over it, and rows of stored
 * arrays by position. Nothing here starts the engine or changes a result.
 */
@NullMarked
package peekbench.query;

import org.jspecify.annotations.NullMarked;
