/**
 * The memory under arrays and the native library's operations on it. Nothing here knows layers, and nothing outside
 * {@code peekbench.nn} may use it.
 */
@NullMarked
package peekbench.nn.memory;

import org.jspecify.annotations.NullMarked;
