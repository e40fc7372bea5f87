package peekbench.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import peekbench.data.catalogue.CacheFolder;

/**
 * Starts trial processes on the Java, the class path and the options of this one. What the launchers tell Java machines is in
 * the jar too, for programs that were started without them; the options of this Java machine come after it and win.
 */
final class JavaProcesses implements ProcessFactory {
    /** Agents and archives are of this process: their ports and files are taken. */
    private static final Pattern OF_THIS_PROCESS = Pattern.compile(
            "-(agentlib|agentpath|javaagent|Xrun|Xdebug|XX:ArchiveClassesAtExit|XX:SharedArchiveFile|XX:\\+?FlightRecorder|XX:StartFlight).*");

    private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC");

    private final List<String> command;
    private final Optional<ClassArchive> archive;

    JavaProcesses(TrialLimits limits) {
        this(
                limits,
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                ClassArchive.of(Optional.of(CacheFolder.path()), System.getProperty("java.class.path")));
    }

    /** @param own options of this Java machine */
    JavaProcesses(TrialLimits limits, List<String> own, Optional<ClassArchive> archive) {
        this.archive = archive;
        command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options(own));
        // A fatal error is told in the trial's log, not in a file of the working directory.
        command.addAll(List.of("-XX:+ErrorFileToStderr", "-Djava.awt.headless=true"));
        limits.megabytes()
                .ifPresent(size ->
                        command.addAll(List.of("-Xmx" + size + "m", "-Dorg.bytedeco.javacpp.maxbytes=" + size + "m")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), TrialProcess.class.getName()));
    }

    private static List<String> options(List<String> own) {
        boolean collects =
                own.stream().anyMatch(option -> COLLECTOR.matcher(option).matches());
        List<String> options = new ArrayList<>(lines("java-options").stream()
                .filter(option -> !collects || !COLLECTOR.matcher(option).matches())
                .toList());
        own.stream()
                .filter(option -> !OF_THIS_PROCESS.matcher(option).matches())
                .forEach(options::add);
        return options;
    }

    /** Of the next process. */
    List<String> command() {
        List<String> next = new ArrayList<>(command);
        archive.ifPresent(classes -> next.addAll(1, classes.options()));
        return next;
    }

    @Override
    public Process start(Path log) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Map<String, String> environment = builder.environment();
        for (String line : lines("environment.properties")) {
            String[] parts = line.split("=", 2);
            environment.putIfAbsent(parts[0], parts[1]);
        }
        Process process = builder.start();
        if (archive.isPresent()) {
            // Nobody waits for it: what goes wrong there is logged there, and costs time only.
            CompletableFuture<?> unused =
                    process.onExit().thenAccept(ended -> archive.get().ended(ended.exitValue()));
        }
        return process;
    }

    /** Of a file of the launchers, without remarks. */
    private static List<String> lines(String name) {
        try (InputStream file = JavaProcesses.class.getResourceAsStream(name)) {
            byte[] text = Objects.requireNonNull(file, "the jar lacks the launchers' file " + name)
                    .readAllBytes();
            return new String(text, StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an exit code says, in words. */
    static String ending(int code) {
        return Optional.of(code - 128)
                .filter(signal -> signal > 0 && signal < 65)
                .map(signal -> "by signal " + signal
                        + (signal == 9 ? ", as when the system has no more memory or someone kills it" : ""))
                .orElse("with exit code " + code);
    }
}
