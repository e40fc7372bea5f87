/**
 * What every training runs on: learners and their pooled segments, the loop of epochs, tests and meters. Nothing here
 * knows a protocol or who its parties are.
 */
@NullMarked
package peekbench.protocol.engine;

import org.jspecify.annotations.NullMarked;
