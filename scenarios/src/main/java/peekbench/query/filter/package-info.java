/** What a person writes to say which trials are meant. Nothing here looks at trials. */
@NullMarked
package peekbench.query.filter;

import org.jspecify.annotations.NullMarked;
