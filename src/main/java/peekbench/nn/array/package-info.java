/**
 * What describes an array without holding one: its number format and the shape of one example. Nothing here computes.
 */
@NullMarked
package peekbench.nn.array;

import org.jspecify.annotations.NullMarked;
