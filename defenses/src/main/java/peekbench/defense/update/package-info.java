/**
 * Defenses of the updates that a client sends to an aggregator: clipping, noise and masks that cancel in the sum.
 * Nothing here touches smashed data or gradients at a cut.
 */
@NullMarked
package peekbench.defense.update;

import org.jspecify.annotations.NullMarked;
