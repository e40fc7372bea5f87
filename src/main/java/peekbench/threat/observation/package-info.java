/**
 * What there is to see of a training, as it was recorded while it ran. Nothing here says who may see it; {@link
 * peekbench.threat.view} does.
 */
@NullMarked
package peekbench.threat.observation;

import org.jspecify.annotations.NullMarked;
