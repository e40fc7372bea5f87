/**
 * Attacks of someone on the wire on the privacy-preserving layers that multiply inputs by a shared random vector.
 * Nothing here knows the vector or its nonce, unless the view says that it leaked.
 */
@NullMarked
package peekbench.attack.sanitizer;

import org.jspecify.annotations.NullMarked;
