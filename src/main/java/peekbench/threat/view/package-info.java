/**
 * What each role sees of a training, and what it may do. Nothing here holds private truth: what a view does not have,
 * no attack can ask it for.
 */
@NullMarked
package peekbench.threat.view;

import org.jspecify.annotations.NullMarked;
