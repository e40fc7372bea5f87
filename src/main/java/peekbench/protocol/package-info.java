/**
 * The catalogue of protocols; each family has a package below this one. Nothing here trains: what a protocol does is
 * in its family's package.
 */
@NullMarked
package peekbench.protocol;

import org.jspecify.annotations.NullMarked;
