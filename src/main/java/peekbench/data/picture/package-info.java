/**
 * Picture files and the numbers that they hold: decoded by colour model, turned, scaled. Nothing here knows folders, classes or
 * data sets.
 */
@NullMarked
package peekbench.data.picture;

import org.jspecify.annotations.NullMarked;
