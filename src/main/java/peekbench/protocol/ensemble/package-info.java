/** An ensemble of split networks, and the student that it teaches. */
package peekbench.protocol.ensemble;
