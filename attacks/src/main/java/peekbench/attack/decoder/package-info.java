/**
 * Reconstruction of inputs from smashed data by a network that the attacker trains on records of its own. Nothing
 * here searches for inputs one by one, and nothing sees the records that it is scored on.
 */
@NullMarked
package peekbench.attack.decoder;

import org.jspecify.annotations.NullMarked;
