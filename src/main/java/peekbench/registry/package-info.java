/**
 * Registries of what a scenario can name, and the annotations that describe options. Nothing here knows what is
 * registered.
 */
@NullMarked
package peekbench.registry;

import org.jspecify.annotations.NullMarked;
