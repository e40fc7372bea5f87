/**
 * Networks that are files of DeepLearning4J: read, cut, computed and written again. Nothing here trains a network or executes
 * what a file says; files are data.
 */
@NullMarked
package peekbench.deeplearning4j;

import org.jspecify.annotations.NullMarked;
