/** Who trains when, and on which of its records. */
package peekbench.protocol.schedule;
