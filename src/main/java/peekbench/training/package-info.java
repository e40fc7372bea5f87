/** The contract between a protocol and those who call it: what a training is given, and what comes of it. */
package peekbench.training;
