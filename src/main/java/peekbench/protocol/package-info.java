/**
 * Training protocols, a package a family, and what families share. Nothing here lists them: each has a provider that is
 * found by its name.
 */
@NullMarked
package peekbench.protocol;

import org.jspecify.annotations.NullMarked;
