package peekbench.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import peekbench.cli.console.Console;

/**
 * What a command printed and how it ended.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
record CommandLineRun(int code, String out, String err) {
    static CommandLineRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new Console(new PrintWriter(out, true), new PrintWriter(err, true), false), arguments);
        return new CommandLineRun(code, out.toString(), err.toString());
    }
}
