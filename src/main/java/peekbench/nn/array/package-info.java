/**
 * What arrays are like: the shape of one example and the number format. Nothing here holds or computes numbers; that is
 * {@code peekbench.nn.memory}'s affair.
 */
package peekbench.nn.array;
