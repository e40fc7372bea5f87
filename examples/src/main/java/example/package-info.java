/**
 * What a user's own project adds to Peekbench: an attack, a defense, a model and a data set, and a program that runs a
 * scenario. Nothing here is part of Peekbench or known to it.
 */
@NullMarked
package example;

import org.jspecify.annotations.NullMarked;
