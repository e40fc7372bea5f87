/** What a defense is, where it steps in, and what it is told. Nothing here defends, and nothing knows an attack. */
@NullMarked
package peekbench.threat.defense;

import org.jspecify.annotations.NullMarked;
