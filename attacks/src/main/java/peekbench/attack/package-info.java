/**
 * The catalogue of attacks; each family has a package below this one. Nothing here attacks: what an attack does is in
 * its family's package.
 */
@NullMarked
package peekbench.attack;

import org.jspecify.annotations.NullMarked;
