/**
 * What a federated aggregator learns from the updates of single clients: their inputs, their labels and what share of
 * each class they have. Nothing here takes part in a training or changes what an aggregator hands out.
 */
@NullMarked
package peekbench.attack.federated;

import org.jspecify.annotations.NullMarked;
