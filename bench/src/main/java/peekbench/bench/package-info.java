/**
 * Times Peekbench beside its peers, and its own hot spots by JMH. Nothing here is needed by a result: no other
 * package may use this one.
 */
@NullMarked
package peekbench.bench;

import org.jspecify.annotations.NullMarked;
