/** What each role sees of a training, and what it may do. */
package peekbench.threat.view;
