/** What a person asks for: the records of a scenario, reading them from YAML, and the checks that need the data. */
package peekbench.scenario;
