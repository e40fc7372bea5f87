/** One trial from its plan to its stored result: train, look through the views, attack, score. */
package peekbench.trial;
