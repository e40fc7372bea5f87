/**
 * Data sets: the catalogue and its download, file formats, and how records are divided into disjoint index sets and
 * among clients. Nothing here knows who trains on a record or attacks it.
 */
@NullMarked
package peekbench.data;

import org.jspecify.annotations.NullMarked;
