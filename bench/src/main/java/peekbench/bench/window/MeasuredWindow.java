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
    /** Where the launcher says what the window is made of. */
    private static final String CLASS_PATH = "PEEKBENCH_WINDOW_CLASS_PATH";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path cache;
    private final List<String> options;

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
        this.options = List.of("-Xmx" + heap, "-XX:+UseParallelGC", "-Dfile.encoding=UTF-8");
    }

    /** Whether the window draws on a real screen and not in memory. */
    static boolean onScreen() {
        return !System.getenv().getOrDefault("DISPLAY", "").isBlank();
    }

    List<Measured> on(Path folder) throws IOException, InterruptedException {
        String path = System.getenv().getOrDefault(CLASS_PATH, "");
        if (path.isEmpty()) {
            throw new IllegalStateException("Start this as: ./peekbench bench window");
        }
        Path written = Files.createTempFile("peekbench-window", ".json");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        if (!onScreen()) {
            command.addAll(List.of(
                    "-Dglass.platform=Monocle",
                    "-Dmonocle.platform=Headless",
                    "-Dheadless.geometry=1440x900-32",
                    "-Dprism.order=sw"));
        }
        command.addAll(List.of(
                "-Djavafx.cachedir=" + cache.resolve("javafx"),
                "-Dorg.sqlite.tmpdir=" + cache,
                "-cp",
                path,
                "peekbench.ui.Main",
                "--measure",
                written.toString(),
                folder.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("PEEKBENCH_CACHE", cache.toString());
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
