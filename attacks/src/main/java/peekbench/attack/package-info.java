/** Attacks, one package a family, and their catalogue. */
package peekbench.attack;
