package peekbench.bench.window;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The window as a process of its own that uses itself and says how that went. */
final class MeasuredWindow {
    /** Where the launcher says where it is: the window is started as people start it. */
    private static final String LAUNCHER = "PEEKBENCH_LAUNCHER";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path cache;
    private final String heap;

    /** As {@code peekbench.ui.FrameBench} writes it. */
    record Measured(String what, double milliseconds, int frames, double longestWait, double heap) {}

    /**
     * A window that is not started.
     *
     * @param cache of its index
     * @param heap of Java, as {@code 768m}
     */
    MeasuredWindow(Path cache, String heap) {
        this.cache = cache;
        this.heap = heap;
    }

    /** Whether the window draws on a real screen and not in memory. */
    static boolean onScreen() {
        return !System.getenv().getOrDefault("DISPLAY", "").isBlank();
    }

    List<Measured> on(Path folder) throws IOException, InterruptedException {
        String launcher = System.getenv().getOrDefault(LAUNCHER, "");
        if (launcher.isEmpty()) {
            throw new IllegalStateException("Start this as: ./peekbench bench window");
        }
        Path written = Files.createTempFile("peekbench-window", ".json");
        List<String> options = new ArrayList<>(List.of("-Xmx" + heap));
        if (!onScreen()) {
            options.addAll(List.of(
                    "-Dglass.platform=Monocle",
                    "-Dmonocle.platform=Headless",
                    "-Dheadless.geometry=1440x900-32",
                    "-Dprism.order=sw"));
        }
        ProcessBuilder builder =
                new ProcessBuilder(launcher, "ui", "--measure", written.toString(), folder.toString()).inheritIO();
        builder.environment().put("PEEKBENCH_CACHE", cache.toString());
        builder.environment().put("PEEKBENCH_JAVA_OPTIONS", String.join(" ", options));
        try {
            int code = builder.start().waitFor();
            if (code != 0) {
                throw new IllegalStateException("The window ended with code " + code);
            }
            List<Measured> measured = new ArrayList<>();
            for (JsonNode one : JSON.readTree(written.toFile())) {
                measured.add(JSON.treeToValue(one, Measured.class));
            }
            return measured;
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
