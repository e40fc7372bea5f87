/** Reconstruction of inputs from smashed data by a network that the attacker trains on records of its own. */
package peekbench.attack.decoder;
