/**
 * Defenses that send less of the smashed data: fewer channels, fewer or smaller numbers, fewer levels. Nothing here
 * adds noise that a privacy guarantee could rest on.
 */
@NullMarked
package peekbench.defense.compression;

import org.jspecify.annotations.NullMarked;
