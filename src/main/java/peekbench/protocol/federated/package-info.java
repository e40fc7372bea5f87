/**
 * Federated protocols: every client trains the whole network, and a server combines what they send. Nothing here cuts
 * a network.
 */
@NullMarked
package peekbench.protocol.federated;

import org.jspecify.annotations.NullMarked;
