/**
 * The way in for programs: {@link peekbench.Peekbench} reads, plans and runs scenarios and opens their results. Nothing here
 * does any of it itself.
 */
@NullMarked
package peekbench;

import org.jspecify.annotations.NullMarked;
