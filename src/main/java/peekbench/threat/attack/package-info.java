/** What an attack is, what it is told, and what it may come to. */
package peekbench.threat.attack;
