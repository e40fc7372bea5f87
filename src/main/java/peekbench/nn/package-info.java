/**
 * Networks that can be cut: their architecture, their segments and how segments learn. Nothing here knows parties,
 * messages or data sets.
 */
@NullMarked
package peekbench.nn;

import org.jspecify.annotations.NullMarked;
