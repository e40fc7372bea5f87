/**
 * AdaSplit: clients that learn by a loss of their own, and a server that chooses among them. Nothing here is used by
 * another protocol.
 */
@NullMarked
package peekbench.protocol.adasplit;

import org.jspecify.annotations.NullMarked;
