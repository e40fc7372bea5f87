package peekbench.cluster.loopback;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A master and two workers of one core each on this machine, all from the jars on the class path. */
public final class StandaloneCluster implements AutoCloseable {
    private final Path folder;
    private final Process master;
    private final String address;
    private final List<Process> workers = new ArrayList<>();

    /** @param folder for what the nodes write */
    public StandaloneCluster(Path folder) throws IOException {
        this.folder = folder;
        // Spark looks for its libraries there; executors have them from the class path that a run names.
        Files.createDirectories(folder.resolve("jars"));
        master = node("master");
        BufferedReader printed = master.inputReader();
        address = Objects.requireNonNull(printed.readLine(), "the master ended");
        hire();
    }

    /** Where runs find it. */
    public String address() {
        return address;
    }

    /** Starts workers until there are two. */
    public void hire() throws IOException {
        workers.removeIf(worker -> !worker.isAlive());
        while (workers.size() < 2) {
            workers.add(node(address, folder.resolve("work").toString()));
        }
    }

    /** Kills the worker whose executor is the parent of a process, and the executor. */
    public void kill(ProcessHandle trial) {
        ProcessHandle executor = trial.parent().orElseThrow();
        ProcessHandle worker = executor.parent().orElseThrow();
        worker.destroyForcibly();
        executor.destroyForcibly();
    }

    /** What Spark must be told of this cluster, as properties of the Java machine. */
    public static Map<String, String> properties() {
        return Map.of(
                "spark.driver.host", ClusterNode.HOST,
                "spark.driver.bindAddress", ClusterNode.HOST,
                "spark.executor.extraClassPath", System.getProperty("java.class.path"));
    }

    private Process node(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ClusterNode.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .putAll(Map.of(
                        "SPARK_HOME",
                        folder.toString(),
                        "SPARK_SCALA_VERSION",
                        "2.13",
                        "SPARK_LOCAL_IP",
                        ClusterNode.HOST));
        return builder.start();
    }

    @Override
    public void close() throws IOException {
        for (Process worker : workers) {
            worker.descendants().forEach(ProcessHandle::destroyForcibly);
            worker.destroyForcibly();
        }
        master.destroyForcibly();
    }
}
