/** Private records over what attackers made of them, as one picture. Nothing here chooses what is attacked. */
@NullMarked
package peekbench.report.gallery;

import org.jspecify.annotations.NullMarked;
