/** What a trial keeps of single records: pictures, scores, claims and curves. Nothing here knows where trials are. */
@NullMarked
package peekbench.result.record;

import org.jspecify.annotations.NullMarked;
