package peekbench.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Serializable;
import java.io.Writer;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A Java program to be run on a worker, with the lines that it is told. Whatever becomes of the program is a value.
 *
 * @param arguments what follows {@code java}; the worker's own Java is taken
 * @param environment variables
 * @param folder where it works: that of the run, so that names of files mean the same
 * @param orders lines for its standard input, which stays open until it has ended or must end
 * @param seconds after which it is ended; 0 for none
 */
record ProcessCall(
        List<String> arguments, Map<String, String> environment, String folder, List<String> orders, long seconds)
        implements Serializable {
    /** Longer than a process takes to clear up after its input ended. */
    private static final long PATIENCE_SECONDS = 10;

    private static final int LOG_BYTES = 64 * 1024;

    /**
     * Runs it to its end.
     *
     * @param hearer of each line that it prints
     * @throws InterruptedException when the thread is interrupted; the program has ended then
     */
    ProcessEnd run(Consumer<? super String> hearer) throws InterruptedException {
        try {
            Path log = Files.createTempFile("trial-", ".log");
            try {
                return run(start(log), log, hearer);
            } finally {
                Files.deleteIfExists(log);
            }
        } catch (IOException e) {
            return ProcessEnd.unfit("No process can be started on worker " + host() + " in " + folder + ": "
                    + e.getMessage() + ". Workers need the same folders under the same names as the run.");
        }
    }

    private Process start(Path log) throws IOException {
        List<String> command = new ArrayList<>(arguments);
        command.add(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(Path.of(folder).toFile()).redirectError(log.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private ProcessEnd run(Process process, Path log, Consumer<? super String> hearer)
            throws InterruptedException, IOException {
        List<String> lines = new ArrayList<>();
        Thread reader = new Thread(() -> read(process, lines, hearer), "events of process " + process.pid());
        reader.setDaemon(true);
        reader.start();
        boolean ended;
        try {
            tell(process);
            ended = ended(process);
        } finally {
            end(process);
        }
        reader.join();
        String tail = tail(log);
        return ended
                ? new ProcessEnd(process.exitValue(), lines, tail, "")
                : new ProcessEnd(
                        process.exitValue(),
                        lines,
                        tail,
                        "it was ended on worker " + host() + " at its time limit of " + seconds
                                + " s. Raise --time-limit, or make the trial smaller.");
    }

    private boolean ended(Process process) throws InterruptedException {
        if (seconds > 0) {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        }
        process.waitFor();
        return true;
    }

    /** A process that is gone does not mind. */
    private void tell(Process process) {
        Writer input = process.outputWriter();
        try {
            for (String order : orders) {
                input.write(order + "\n");
            }
            input.flush();
        } catch (IOException e) {
            // Its exit code says more than that its input is closed.
            process.destroy();
        }
    }

    private static void read(Process process, List<String> lines, Consumer<? super String> hearer) {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (!line.isBlank()) {
                    lines.add(line);
                    hearer.accept(line);
                }
            }
        } catch (IOException e) {
            lines.add("what the process printed cannot be read: " + e.getMessage());
        }
    }

    /** By the end of its input, else by force. */
    private static void end(Process process) {
        boolean interrupted = Thread.interrupted();
        try {
            process.outputWriter().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The end of what it printed besides events. */
    private static String tail(Path log) throws IOException {
        byte[] all = Files.readAllBytes(log);
        int from = Math.max(0, all.length - LOG_BYTES);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "(of unknown name)";
        }
    }
}
