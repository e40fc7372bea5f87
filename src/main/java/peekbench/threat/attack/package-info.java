/**
 * What an attack is, what it is told, and what it may come to. Nothing here attacks, and nothing holds private truth.
 */
@NullMarked
package peekbench.threat.attack;

import org.jspecify.annotations.NullMarked;
