/**
 * Attacks that tell which records a finished network was trained on. Nothing here watches the training itself; only
 * the finished network is asked.
 */
@NullMarked
package peekbench.attack.membership;

import org.jspecify.annotations.NullMarked;
