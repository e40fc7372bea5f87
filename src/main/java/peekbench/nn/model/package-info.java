/** The networks that a scenario can name, and those that it lists layer by layer. */
package peekbench.nn.model;
