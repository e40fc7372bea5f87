/** Arrays and the memory under them; only {@code peekbench.nn} reaches below ND4J's interface. */
package peekbench.nn.memory;
