/**
 * Layers in front of the network that change records before they are sent to be trained on. Nothing here takes part
 * in the training behind those layers.
 */
@NullMarked
package peekbench.defense.sanitizer;

import org.jspecify.annotations.NullMarked;
