/** How commands speak and what options they share: console, progress, exit codes. Nothing here is a command. */
@NullMarked
package peekbench.cli.console;

import org.jspecify.annotations.NullMarked;
