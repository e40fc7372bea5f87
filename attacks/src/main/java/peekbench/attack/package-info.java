/**
 * Attacks, a package a family. Nothing here knows private truth, parties or messages: an attack has its view and its
 * own records.
 */
@NullMarked
package peekbench.attack;

import org.jspecify.annotations.NullMarked;
