/**
 * The numbers under ND4J's arrays and the loops over them, for float32 and float64. Nothing outside {@code peekbench.nn}
 * uses this, and nothing here knows layers or networks.
 */
package peekbench.nn.memory;
