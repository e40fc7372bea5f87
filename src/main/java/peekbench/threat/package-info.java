/**
 * What an adversary is: what can be observed of a training, what each role sees of it, and what attacks and defenses
 * are. Nothing here is an attack or a defense; each has a family of its own elsewhere.
 */
@NullMarked
package peekbench.threat;

import org.jspecify.annotations.NullMarked;
