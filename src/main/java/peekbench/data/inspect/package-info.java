/**
 * A look at a file or folder that might be a data set: what it would be, and how a scenario would say so. Nothing here reads
 * files itself; peekbench.data.format does, as when a scenario runs.
 */
@NullMarked
package peekbench.data.inspect;

import org.jspecify.annotations.NullMarked;
