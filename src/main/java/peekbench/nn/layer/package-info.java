/**
 * Layers: the specification of each, and the worker that computes it. Nothing here takes a step along a gradient or
 * knows a whole network.
 */
@NullMarked
package peekbench.nn.layer;

import org.jspecify.annotations.NullMarked;
