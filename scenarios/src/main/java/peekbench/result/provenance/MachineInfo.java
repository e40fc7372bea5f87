package peekbench.result.provenance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Where a trial ran; times mean nothing without it.
 *
 * @param jvm name, version and vendor of the Java machine
 * @param processor model name, or the architecture where the system does not tell; behind it, with which of its instructions
 *     the engine's libraries were told to compute, if they were
 * @param cores that the Java machine may use
 * @param operatingSystem name, version and architecture
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record MachineInfo(String jvm, String processor, int cores, String operatingSystem) {
    /** By which OpenBLAS and oneDNN are told. */
    private static final List<String> INSTRUCTIONS = List.of("OPENBLAS_CORETYPE", "DNNL_MAX_CPU_ISA");

    private static final Path LINUX_PROCESSORS = Path.of("/proc/cpuinfo");

    /** The machine at hand. */
    public static MachineInfo current() {
        return new MachineInfo(
                property("java.vm.name") + " " + property("java.runtime.version") + " (" + property("java.vendor")
                        + ")",
                processorModel() + told(),
                Runtime.getRuntime().availableProcessors(),
                property("os.name") + " " + property("os.version") + " " + property("os.arch"));
    }

    /** Processor and cores in words. */
    public String hardware() {
        return processor + ", " + cores + (cores == 1 ? " core" : " cores");
    }

    private static String processorModel() {
        return linuxModel()
                .or(() -> Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER")))
                .orElseGet(() -> property("os.arch"));
    }

    private static String told() {
        String told = INSTRUCTIONS.stream()
                .filter(variable -> System.getenv(variable) != null)
                .map(variable -> variable + "=" + System.getenv(variable))
                .collect(Collectors.joining(", "));
        return told.isEmpty() ? "" : " with " + told;
    }

    private static Optional<String> linuxModel() {
        if (!Files.isReadable(LINUX_PROCESSORS)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(LINUX_PROCESSORS, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }
}
