/**
 * Reconstruction of inputs from smashed data by a search for the inputs that a network turns into them. Nothing here
 * trains a network from smashed data back to inputs; decoders do.
 */
@NullMarked
package peekbench.attack.inversion;

import org.jspecify.annotations.NullMarked;
