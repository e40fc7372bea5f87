package peekbench.ui;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether a window can be shown, and what is missing when it cannot. */
final class Display {
    private static final String HEADLESS =
            " Without a window: peekbench report FOLDER writes tables, charts and pictures,"
                    + " peekbench ui --screenshot DIR FOLDER draws the window into files.";

    private Display() {}

    /** Lets JavaFX draw into memory. */
    static void none() {
        System.setProperty("glass.platform", "Monocle");
        System.setProperty("monocle.platform", "Headless");
        System.setProperty("headless.geometry", "1440x900-32");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
    }

    /** What is missing before anything was tried; empty when it may work. */
    static Optional<String> missing(Map<String, String> environment) {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        boolean monocle = "Monocle".equals(System.getProperty("glass.platform"));
        if (!linux || monocle || !environment.getOrDefault("DISPLAY", "").isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank()
                        ? "There is no display: DISPLAY is not set. Start it from a desktop, or through ssh -X, or under xvfb-run"
                                + " (apt-get install xvfb)." + HEADLESS
                        : "There is a Wayland display but no X server for it: DISPLAY is not set. Install it with apt-get"
                                + " install xwayland and log in again." + HEADLESS);
    }

    /** What a failure to start says. */
    static String why(Throwable failure) {
        String message = Optional.ofNullable(failure.getMessage()).orElseGet(failure::toString);
        if (message.contains("DISPLAY")) {
            return "The display (" + System.getenv().getOrDefault("DISPLAY", "")
                    + ") cannot be opened. Is it yours, and does" + " its server still run? Through ssh use ssh -X."
                    + HEADLESS;
        }
        if (failure instanceof LinkageError
                || message.contains("lib")
                || message.contains("GTK")
                || message.contains("pipeline")) {
            return "The window needs libraries that this system lacks ("
                    + message.lines().findFirst().orElse(message)
                    + "). On Debian and Ubuntu: apt-get install -y libgtk-3-0 libgl1 libxtst6 libpangoft2-1.0-0."
                    + HEADLESS;
        }
        return "The window cannot be started: " + message + "." + HEADLESS;
    }
}
