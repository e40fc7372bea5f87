package peekbench.ui;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import peekbench.cli.console.Console;
import peekbench.cli.console.ExitCode;
import peekbench.problem.ConfigurationException;

/** Starts the window, or has it draw the pictures of the documents without a display. */
public final class Main {
    /** Held, since a logger that nobody holds forgets its level. It warns of class paths, which are meant. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Main() {}

    /**
     * Opens the window.
     *
     * @param arguments see {@link WindowArguments}
     */
    public static void main(String[] arguments) {
        JAVAFX.setLevel(Level.SEVERE);
        Console console = Console.system();
        try {
            WindowArguments asked = WindowArguments.parse(arguments);
            if (asked.help()) {
                console.out().println(WindowArguments.HELP);
                return;
            }
            if (asked.screenshots().isPresent()) {
                Display.none();
            } else {
                Optional<String> missing = Display.missing(System.getenv());
                if (missing.isPresent()) {
                    fail(console, missing.get());
                }
            }
            Application.launch(PeekbenchWindow.class, arguments);
        } catch (ConfigurationException e) {
            fail(console, Optional.ofNullable(e.getMessage()).orElseGet(e::toString));
        } catch (UnsupportedOperationException | LinkageError e) {
            fail(console, Display.why(e));
        } catch (RuntimeException e) {
            Throwable root = rootOf(e);
            fail(
                    console,
                    root instanceof ConfigurationException
                            ? Optional.ofNullable(root.getMessage()).orElseGet(root::toString)
                            : Display.why(root));
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable at = failure;
        while (at.getCause() != null) {
            at = at.getCause();
        }
        return at;
    }

    private static void fail(Console console, String why) {
        console.err().println("peekbench: " + why);
        System.exit(ExitCode.BAD_INPUT);
    }
}
