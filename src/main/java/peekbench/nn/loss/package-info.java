/** Loss functions and their gradients. */
package peekbench.nn.loss;
