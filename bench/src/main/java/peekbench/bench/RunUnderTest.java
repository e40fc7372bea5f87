package peekbench.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A run of the command line in a process of its own, which can be killed, as can those that it started. */
final class RunUnderTest {
    static final String SCENARIO = "scenario.yaml";
    static final String RESULTS = "results";

    /** Longer than a process takes to clear up once its run is gone. */
    private static final long PATIENCE_MILLISECONDS = 20_000;

    private static final long LOOK_MILLISECONDS = 20;

    private final Path work;
    private final String mark;
    private final Process process;
    private long killed;

    /**
     * Starts it.
     *
     * @param work folder with the scenario, where results go
     * @param mark tells its processes from all others
     */
    RunUnderTest(Path work, String mark) throws IOException {
        this.work = work;
        this.mark = "-Dpeekbench.kills=" + ProcessHandle.current().pid() + "-" + mark;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(this.mark); // before the class path, and handed on to the trials' processes
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", classPath(), "peekbench.cli.Main", "run", SCENARIO, "--out", RESULTS));
        process = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        work.resolve("output.log").toFile()))
                .start();
    }

    /** The working directory is another one. */
    private static String classPath() {
        List<String> absolute = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            absolute.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(File.pathSeparator, absolute);
    }

    /** The exit code, when it has ended. */
    int ended() throws InterruptedException {
        return process.waitFor();
    }

    StoredState state() throws IOException {
        return StoredState.of(work.resolve(RESULTS));
    }

    /** Kills the run's own process. */
    void kill() {
        killed = System.nanoTime();
        process.destroyForcibly();
    }

    /** Kills one of the processes that the run has started, as soon as there is one. */
    void killTrial(int chosen) throws InterruptedException {
        List<ProcessHandle> trials = process.children().toList();
        while (trials.isEmpty() && process.isAlive()) {
            Thread.sleep(LOOK_MILLISECONDS);
            trials = process.children().toList();
        }
        killed = System.nanoTime();
        if (!trials.isEmpty()) {
            trials.get(chosen % trials.size()).destroyForcibly();
        }
    }

    /** Kills all at once. */
    void killAll() {
        List<ProcessHandle> all = process.descendants().toList();
        kill();
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** Until the last of its processes was gone; infinite when one stays. */
    double secondsUntilGone() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (!processes().isEmpty()) {
            if (System.nanoTime() - begun > TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLISECONDS)) {
                return Double.POSITIVE_INFINITY;
            }
            Thread.sleep(LOOK_MILLISECONDS);
        }
        return killed == 0 ? 0 : (System.nanoTime() - killed) / 1e9;
    }

    private List<ProcessHandle> processes() throws IOException {
        List<ProcessHandle> ours = new ArrayList<>();
        for (ProcessHandle other : ProcessHandle.allProcesses().toList()) {
            if (command(other).contains(mark + "\0")) {
                ours.add(other);
            }
        }
        return ours;
    }

    /** Of Linux, whole; Java itself cuts long ones off. */
    private static String command(ProcessHandle process) {
        Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // it is gone
        }
    }
}
