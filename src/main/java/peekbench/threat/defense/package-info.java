/** What a defense is, where it steps in, and what it is told. */
package peekbench.threat.defense;
