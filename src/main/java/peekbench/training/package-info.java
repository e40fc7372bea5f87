/**
 * The contract between a protocol and those who call it: what a training is given, and what comes of it. Nothing here
 * trains or knows one protocol from another.
 */
@NullMarked
package peekbench.training;

import org.jspecify.annotations.NullMarked;
