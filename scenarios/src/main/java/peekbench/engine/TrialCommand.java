package peekbench.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import peekbench.journal.JavaOptions;

/**
 * What starts a trial process, on this machine or another: the options of this Java machine. What the launchers tell Java
 * machines is in the jar too, for programs that were started without them; the options of this Java machine come after it and
 * win.
 *
 * @param arguments what follows {@code java}
 * @param environment the launchers' variables, with the values that this process has for them if it has any
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record TrialCommand(List<String> arguments, Map<String, String> environment) {
    private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use\\w+GC");

    public TrialCommand {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /**
     * What starts a process with the options of this Java machine.
     *
     * @param classPath where the process finds Peekbench
     */
    public static TrialCommand of(TrialLimits limits, String classPath) {
        return of(limits, classPath, ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    /** @param own options of this Java machine */
    static TrialCommand of(TrialLimits limits, String classPath, List<String> own) {
        List<String> arguments = new ArrayList<>(options(own));
        // A fatal error is told in the trial's log, not in a file of the working directory.
        arguments.addAll(List.of("-XX:+ErrorFileToStderr", "-Djava.awt.headless=true"));
        limits.megabytes()
                .ifPresent(size -> arguments.addAll(
                        List.of("-Xmx" + size + "m", "-Dorg.bytedeco.javacpp.maxbytes=" + size + "m")));
        arguments.addAll(List.of("-cp", classPath, TrialProcess.class.getName()));
        Map<String, String> environment = new LinkedHashMap<>();
        for (String line : lines("environment.properties")) {
            String[] parts = line.split("=", 2);
            environment.put(parts[0], Objects.requireNonNullElse(System.getenv(parts[0]), parts[1]));
        }
        return new TrialCommand(arguments, environment);
    }

    private static List<String> options(List<String> own) {
        boolean collects =
                own.stream().anyMatch(option -> COLLECTOR.matcher(option).matches());
        return Stream.concat(
                        lines("java-options").stream()
                                .filter(option ->
                                        !collects || !COLLECTOR.matcher(option).matches()),
                        JavaOptions.inherited(own).stream())
                .toList();
    }

    /** Of a file of the launchers, without remarks. */
    private static List<String> lines(String name) {
        try (InputStream file = TrialCommand.class.getResourceAsStream(name)) {
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
}
