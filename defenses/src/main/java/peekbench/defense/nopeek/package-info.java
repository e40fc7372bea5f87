/**
 * NoPeek: the distance correlation between inputs and smashed data in the client's loss. Nothing here computes
 * distance correlation itself; {@link peekbench.metric} does.
 */
@NullMarked
package peekbench.defense.nopeek;

import org.jspecify.annotations.NullMarked;
