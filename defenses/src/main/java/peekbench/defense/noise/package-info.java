/**
 * Noise of a fixed distribution and strength on smashed data. Nothing here learns anything or keeps an account of
 * privacy spent over a training.
 */
@NullMarked
package peekbench.defense.noise;

import org.jspecify.annotations.NullMarked;
