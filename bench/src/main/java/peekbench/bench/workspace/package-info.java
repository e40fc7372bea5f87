/**
 * Times how stored trials are found again in a workspace of very many, which it makes up. Nothing here trains more than one
 * trial.
 */
@NullMarked
package peekbench.bench.workspace;

import org.jspecify.annotations.NullMarked;
