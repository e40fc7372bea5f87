/**
 * Defenses, a package a family. Nothing here knows an attack: a defense acts on what its hooks are handed.
 */
@NullMarked
package peekbench.defense;

import org.jspecify.annotations.NullMarked;
