/**
 * How mistakes in a configuration are collected, said and reported all at once. Nothing here knows what is
 * configured.
 */
@NullMarked
package peekbench.problem;

import org.jspecify.annotations.NullMarked;
