/**
 * What a trial left behind: a folder of plain files, one sub-folder a trial, that command line and window share.
 * Nothing here knows scenarios and plans, whose resolved form is kept as a tree, so that old results stay readable
 * when they change.
 */
@NullMarked
package peekbench.result;

import org.jspecify.annotations.NullMarked;
