/**
 * What searches for inputs have in common: the space they search in, total variation, and when a search has come to
 * its end. Nothing here is an attack or knows one.
 */
@NullMarked
package peekbench.attack.search;

import org.jspecify.annotations.NullMarked;
