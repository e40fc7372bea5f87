/** Attacks on labels that clients keep to themselves. Nothing here reconstructs inputs. */
@NullMarked
package peekbench.attack.label;

import org.jspecify.annotations.NullMarked;
