/**
 * The command line, the only package that prints. Nothing here computes a figure; commands hand over to the packages
 * that do.
 */
@NullMarked
package peekbench.cli;

import org.jspecify.annotations.NullMarked;
