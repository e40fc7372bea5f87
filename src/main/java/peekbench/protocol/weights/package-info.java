/**
 * How weights travel between parties: handed on, stored, averaged, masked, encrypted or defended. Nothing here
 * changes weights by learning, and nothing sees a record.
 */
@NullMarked
package peekbench.protocol.weights;

import org.jspecify.annotations.NullMarked;
