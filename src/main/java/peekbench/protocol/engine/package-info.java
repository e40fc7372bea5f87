/** What every training runs on: learners and their pooled segments, the loop of epochs, tests and meters. */
package peekbench.protocol.engine;
