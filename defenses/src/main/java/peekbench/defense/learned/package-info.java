/**
 * Defenses that train against an attacker of their own, or learn the noise that they add. Nothing here has noise of a
 * fixed distribution.
 */
@NullMarked
package peekbench.defense.learned;

import org.jspecify.annotations.NullMarked;
