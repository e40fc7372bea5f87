/**
 * Where a stored trial comes from: scenario, data, software and machine. Nothing here reads or writes files of
 * results.
 */
@NullMarked
package peekbench.result.provenance;

import org.jspecify.annotations.NullMarked;
