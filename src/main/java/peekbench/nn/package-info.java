/** Networks that can be cut: their architecture, their segments and how segments learn. */
package peekbench.nn;
