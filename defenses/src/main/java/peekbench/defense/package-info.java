/**
 * The catalogue of defenses; each family has a package below this one. Nothing here defends: what a defense does is
 * in its family's package.
 */
@NullMarked
package peekbench.defense;

import org.jspecify.annotations.NullMarked;
