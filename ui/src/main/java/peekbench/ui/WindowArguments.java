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
 * @param measurements where to write how quick the window is, for {@code peekbench bench window}
 * @param help whether only this is to be told
 */
record WindowArguments(
        Optional<Path> folder,
        Optional<String> at,
        Optional<Path> screenshots,
        Optional<Path> measurements,
        boolean help) {
    static final String HELP = """
            Usage: peekbench ui [--at LINK] [--screenshot DIR] [FOLDER]
            Opens the window on a workspace (a folder with results/ and scenarios/) or on one result folder.

              FOLDER             what to open (default: the current folder, else the last)
              --at LINK          a selection, as the window's "Copy a link" writes it
              --screenshot DIR   draws the window into PNG files of that folder, without a display

            Without a window: peekbench report FOLDER, peekbench show TRIAL.""";

    private static final WindowArguments NONE =
            new WindowArguments(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** @throws ConfigurationException when an argument cannot be understood */
    static WindowArguments parse(String... arguments) {
        WindowArguments parsed = NONE;
        for (int i = 0; i < arguments.length; i++) {
            String one = arguments[i];
            switch (one) {
                case "-h", "--help" -> parsed = parsed.helping();
                case "--at" -> parsed = parsed.at(value(arguments, ++i));
                case "--screenshot" -> parsed = parsed.screenshots(Path.of(value(arguments, ++i)));
                case "--measure" -> parsed = parsed.measurements(Path.of(value(arguments, ++i)));
                default -> {
                    if (one.startsWith("-") || parsed.folder.isPresent()) {
                        throw new ConfigurationException("The window does not know the argument (" + one
                                + "). It takes [--at LINK] [--screenshot DIR] [FOLDER]; see peekbench ui --help.");
                    }
                    parsed = parsed.folder(Path.of(one));
                }
            }
        }
        return parsed;
    }

    /** Whether the window is to look the same whoever starts it, so that settings are neither read nor kept. */
    boolean isSettled() {
        return screenshots.isPresent() || measurements.isPresent();
    }

    private WindowArguments helping() {
        return new WindowArguments(folder, at, screenshots, measurements, true);
    }

    private WindowArguments at(String link) {
        return new WindowArguments(folder, Optional.of(link), screenshots, measurements, help);
    }

    private WindowArguments screenshots(Path target) {
        return new WindowArguments(folder, at, Optional.of(target), measurements, help);
    }

    private WindowArguments measurements(Path target) {
        return new WindowArguments(folder, at, screenshots, Optional.of(target), help);
    }

    private WindowArguments folder(Path opened) {
        return new WindowArguments(Optional.of(opened), at, screenshots, measurements, help);
    }

    private static String value(String[] arguments, int at) {
        if (at >= arguments.length) {
            throw new ConfigurationException(
                    "Behind (" + arguments[at - 1] + ") a value is missing; see peekbench ui --help.");
        }
        return arguments[at];
    }
}
