package peekbench.ui;

import java.nio.file.Path;
import java.util.Optional;
import peekbench.problem.ConfigurationException;

/**
 * What was written behind {@code peekbench ui}.
 *
 * @param folder a workspace or a result folder; empty for the current folder, else the last
 * @param at a link to a selection
 * @param screenshots where to write pictures of the window, without a display
 * @param help whether only this is to be told
 */
record WindowArguments(Optional<Path> folder, Optional<String> at, Optional<Path> screenshots, boolean help) {
    static final String HELP = """
            Usage: peekbench ui [--at LINK] [--screenshot DIR] [FOLDER]
            Opens the window on a workspace (a folder with results/ and scenarios/) or on one result folder.

              FOLDER             what to open (default: the current folder, else the last)
              --at LINK          a selection, as the window's "Copy a link" writes it
              --screenshot DIR   draws the window into PNG files of that folder, without a display

            Without a window: peekbench report FOLDER, peekbench show TRIAL.""";

    /** @throws ConfigurationException when an argument cannot be understood */
    static WindowArguments parse(String... arguments) {
        WindowArguments parsed = new WindowArguments(Optional.empty(), Optional.empty(), Optional.empty(), false);
        for (int i = 0; i < arguments.length; i++) {
            String one = arguments[i];
            switch (one) {
                case "-h", "--help" -> parsed = new WindowArguments(parsed.folder, parsed.at, parsed.screenshots, true);
                case "--at" ->
                    parsed = new WindowArguments(
                            parsed.folder, Optional.of(value(arguments, ++i)), parsed.screenshots, parsed.help);
                case "--screenshot" ->
                    parsed = new WindowArguments(
                            parsed.folder, parsed.at, Optional.of(Path.of(value(arguments, ++i))), parsed.help);
                default -> {
                    if (one.startsWith("-") || parsed.folder.isPresent()) {
                        throw new ConfigurationException("The window does not know the argument (" + one
                                + "). It takes [--at LINK] [--screenshot DIR] [FOLDER]; see peekbench ui --help.");
                    }
                    parsed = new WindowArguments(Optional.of(Path.of(one)), parsed.at, parsed.screenshots, parsed.help);
                }
            }
        }
        return parsed;
    }

    private static String value(String[] arguments, int at) {
        if (at >= arguments.length) {
            throw new ConfigurationException(
                    "Behind (" + arguments[at - 1] + ") a value is missing; see peekbench ui --help.");
        }
        return arguments[at];
    }
}
