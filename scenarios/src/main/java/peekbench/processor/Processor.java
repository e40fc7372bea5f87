package peekbench.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * A way to compute that gives the last digits of another machine: matrix products and convolutions with fewer of this
 * processor's instructions, or on two threads. The engine's libraries choose their instructions by variables of the environment
 * (OpenBLAS: {@code OPENBLAS_CORETYPE}, oneDNN: {@code DNNL_MAX_CPU_ISA}) when a process starts.
 *
 * @param name of a folder
 * @param summary what it computes like, for a person
 * @param environment variables of the processes that compute so
 * @param instructions that this machine needs for it, as {@code /proc/cpuinfo} calls them; empty where it needs none
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Processor(String name, String summary, Map<String, String> environment, Set<String> instructions) {
    private static final String THREADS = "OMP_NUM_THREADS";
    private static final Path LINUX_PROCESSORS = Path.of("/proc/cpuinfo");

    /** This machine as it is. */
    public static final Processor OWN = new Processor("own", "this processor", Map.of(), Set.of());

    private static final List<Processor> OTHERS = List.of(
            new Processor(
                    "avx2",
                    "a processor with AVX2 (as Haswell, 2013)",
                    Map.of("OPENBLAS_CORETYPE", "Haswell", "DNNL_MAX_CPU_ISA", "AVX2"),
                    Set.of("avx2", "fma")),
            new Processor(
                    "avx",
                    "a processor with AVX (as Sandy Bridge, 2011)",
                    Map.of("OPENBLAS_CORETYPE", "Sandybridge", "DNNL_MAX_CPU_ISA", "AVX"),
                    Set.of("avx")),
            new Processor(
                    "two-threads",
                    "two threads an operation",
                    Map.of(THREADS, "2", "OPENBLAS_NUM_THREADS", "2"),
                    Set.of()));

    public Processor {
        environment = Map.copyOf(environment);
        instructions = Set.copyOf(instructions);
    }

    /** How many threads an operation takes, so that fewer trials run side by side: threads that share a core wait for each other. */
    int threads() {
        return Integer.parseInt(environment.getOrDefault(THREADS, "1"));
    }

    /** This machine, and all that it can play. */
    public static List<Processor> all() {
        Set<String> available = available();
        return Stream.concat(Stream.of(OWN), OTHERS.stream().filter(other -> available.containsAll(other.instructions)))
                .toList();
    }

    /** The names of those that this machine cannot play. */
    public static List<String> missing() {
        List<Processor> all = all();
        return OTHERS.stream()
                .filter(other -> !all.contains(other))
                .map(Processor::summary)
                .toList();
    }

    /** Instructions of this processor; none where the system does not tell, so that nothing is tried that would crash. */
    private static Set<String> available() {
        if (!Files.isReadable(LINUX_PROCESSORS)) {
            return Set.of();
        }
        try (Stream<String> lines = Files.lines(LINUX_PROCESSORS)) {
            return lines.filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(line -> Arrays.stream(line.substring(line.indexOf(':') + 1)
                                    .strip()
                                    .split(" "))
                            .collect(Collectors.toUnmodifiableSet()))
                    .orElseGet(Set::of);
        } catch (IOException e) {
            return Set.of();
        }
    }
}
