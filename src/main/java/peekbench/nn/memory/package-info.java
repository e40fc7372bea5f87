/**
 * The memory under arrays, what is computed on it number by number, and the native library's operations. Nothing here knows
 * layers, and nothing outside {@code peekbench.nn} may use it.
 */
@NullMarked
package peekbench.nn.memory;

import org.jspecify.annotations.NullMarked;
