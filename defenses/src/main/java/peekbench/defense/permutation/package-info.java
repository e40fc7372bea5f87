/** Defenses that put smashed data into a secret order. Nothing here takes information away from smashed data. */
@NullMarked
package peekbench.defense.permutation;

import org.jspecify.annotations.NullMarked;
