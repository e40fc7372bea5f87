/** How weights travel between parties: handed on, stored, averaged, masked, encrypted or defended. */
package peekbench.protocol.weights;
