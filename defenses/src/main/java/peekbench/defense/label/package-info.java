/** Defenses of labels against whoever gets the gradients at the cut. Nothing here touches smashed data or inputs. */
@NullMarked
package peekbench.defense.label;

import org.jspecify.annotations.NullMarked;
