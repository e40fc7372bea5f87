/** Files as results are made of: arrays, tables, JSON, hashes, locks. Nothing here knows what a trial is. */
@NullMarked
package peekbench.result.file;

import org.jspecify.annotations.NullMarked;
