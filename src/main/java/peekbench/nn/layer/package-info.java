/** Layers: the specification of each, and the worker that computes it. */
package peekbench.nn.layer;
