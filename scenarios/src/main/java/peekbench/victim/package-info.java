/**
 * What a result folder keeps for trials to come, under the hash of all that it depends on: trained networks, what attackers
 * trained, and scores that trials share. Nothing here trains, attacks or scores.
 */
@NullMarked
package peekbench.victim;

import org.jspecify.annotations.NullMarked;
