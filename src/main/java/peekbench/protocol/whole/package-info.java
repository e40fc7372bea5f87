/** Trainings of the whole network in one place, on raw or on sanitized records. */
package peekbench.protocol.whole;
