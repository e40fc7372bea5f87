/**
 * What trials will take, from finished trials like them or from counted operations. Nothing here trains or writes results.
 */
@NullMarked
package peekbench.plan.estimate;

import org.jspecify.annotations.NullMarked;
