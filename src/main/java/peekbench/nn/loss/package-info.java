/** Loss functions and their gradients. Nothing here has weights or remembers a batch. */
@NullMarked
package peekbench.nn.loss;

import org.jspecify.annotations.NullMarked;
