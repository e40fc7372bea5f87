/**
 * Defenses against a server that does not follow the protocol. Nothing here changes what a client sends; it only
 * looks at what arrives.
 */
@NullMarked
package peekbench.defense.hijacking;

import org.jspecify.annotations.NullMarked;
