/**
 * What of a trial is kept beside its figures: networks that attackers trained, smashed data, and own images that went through
 * its client later. Nothing here enters a mean or a table.
 */
@NullMarked
package peekbench.result.kept;

import org.jspecify.annotations.NullMarked;
