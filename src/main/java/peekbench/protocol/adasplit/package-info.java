/** AdaSplit: clients that learn by a loss of their own, and a server that chooses among them. */
package peekbench.protocol.adasplit;
