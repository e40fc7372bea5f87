/**
 * From a scenario to its trials: the grid of protocols, cuts, arms of defenses and seeds. Nothing here trains,
 * attacks or reads records.
 */
@NullMarked
package peekbench.plan;

import org.jspecify.annotations.NullMarked;
