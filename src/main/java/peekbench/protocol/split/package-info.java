/**
 * Protocols that cut a network between clients and a server, and their parties. Nothing here lets a client train the
 * whole network.
 */
@NullMarked
package peekbench.protocol.split;

import org.jspecify.annotations.NullMarked;
