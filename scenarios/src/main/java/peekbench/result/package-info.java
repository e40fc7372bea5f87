/**
 * What a trial left behind: a folder of plain files, one sub-folder a trial, that command line and window share. Knows
 * nothing of scenarios and plans, whose resolved form it keeps as a tree, so that old results stay readable when they
 * change.
 */
package peekbench.result;
