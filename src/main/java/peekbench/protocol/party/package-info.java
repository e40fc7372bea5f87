/**
 * What split protocols share: clients, the server's part, their assembly and their runs. Nothing here is a protocol
 * of its own.
 */
@NullMarked
package peekbench.protocol.party;

import org.jspecify.annotations.NullMarked;
