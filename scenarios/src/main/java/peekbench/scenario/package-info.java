/**
 * What a person asks for: the records of a scenario, reading them from YAML, and the checks that need the data.
 * Nothing here trains or attacks, and nothing knows results.
 */
@NullMarked
package peekbench.scenario;

import org.jspecify.annotations.NullMarked;
