/**
 * Tables as CSV files: how they are written, what their columns hold, and their cells as numbers. Nothing here knows which
 * scenario asks, or trains.
 */
@NullMarked
package peekbench.data.table;

import org.jspecify.annotations.NullMarked;
