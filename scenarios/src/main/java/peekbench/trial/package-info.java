/**
 * One trial from its plan to its stored result: train, look through the views, attack, score. Nothing here says how
 * to train, attack or score, and nothing draws a figure.
 */
@NullMarked
package peekbench.trial;

import org.jspecify.annotations.NullMarked;
