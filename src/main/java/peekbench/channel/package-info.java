/**
 * Messages between parties, the channel that delivers them, the codec that gives them a size, and taps. Nothing here
 * knows what a message is for: no protocol, no network and no data set.
 */
@NullMarked
package peekbench.channel;

import org.jspecify.annotations.NullMarked;
