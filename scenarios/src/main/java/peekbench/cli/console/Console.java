package peekbench.cli.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a command prints.
 *
 * @param out results
 * @param err what accompanies the work: progress, remarks and errors
 * @param interactive whether a person watches {@code err}
 */
public record Console(PrintWriter out, PrintWriter err, boolean interactive) {
    private static final Path LINUX_STANDARD_ERROR = Path.of("/proc/self/fd/2");

    /** The process's own, in UTF-8. */
    // From Java 22 on there is a console without a terminal too; standard error decides there.
    @SuppressWarnings("SystemConsoleNull")
    public static Console system() {
        return new Console(
                writer(FileDescriptor.out), writer(FileDescriptor.err), System.console() != null && errorIsTerminal());
    }

    /** Past {@link System#out}, which keeps it to itself when writing fails. */
    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }

    /** {@link System#console} looks at standard input and output only. */
    private static boolean errorIsTerminal() {
        if (!Files.exists(LINUX_STANDARD_ERROR)) {
            return true;
        }
        try {
            Path device = LINUX_STANDARD_ERROR.toRealPath();
            return device.startsWith("/dev") && !device.equals(Path.of("/dev/null"));
        } catch (IOException e) {
            return false;
        }
    }

    /** One line of JSON. */
    public void json(JsonNode node) {
        synchronized (out) {
            out.println(node);
        }
    }

    public void remark(String text) {
        err.println(text);
    }
}
