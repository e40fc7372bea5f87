/** From a scenario to its trials: the grid of protocols, cuts, arms of defenses and seeds. */
package peekbench.plan;
