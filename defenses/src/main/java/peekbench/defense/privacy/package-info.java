/**
 * Training with differential privacy of single examples, and the account of the privacy it spends. Nothing here
 * touches smashed data; only gradients of a party's own layers are filtered.
 */
@NullMarked
package peekbench.defense.privacy;

import org.jspecify.annotations.NullMarked;
