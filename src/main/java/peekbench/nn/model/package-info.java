/**
 * The networks that a scenario can name, and those that it lists layer by layer. Nothing here holds weights or
 * trains; a model is a list of layers.
 */
@NullMarked
package peekbench.nn.model;

import org.jspecify.annotations.NullMarked;
