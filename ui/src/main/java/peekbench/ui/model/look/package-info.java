/**
 * What Look shows: rows, order, geometry of pictures, filters on records and the other outcomes, as properties that a test
 * can watch. Nothing here knows widgets or reads files.
 */
@NullMarked
package peekbench.ui.model.look;

import org.jspecify.annotations.NullMarked;
