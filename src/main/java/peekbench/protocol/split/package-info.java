/** Protocols that cut a network between clients and a server, and their parties. */
package peekbench.protocol.split;
