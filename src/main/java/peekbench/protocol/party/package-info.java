/** What split protocols share: clients, the server's part, their assembly and their runs. */
package peekbench.protocol.party;
