/** Federated protocols: every client trains the whole network, and a server combines what they send. */
package peekbench.protocol.federated;
