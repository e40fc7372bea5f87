/** The registry of protocols; each family has a package below this one. */
package peekbench.protocol;
