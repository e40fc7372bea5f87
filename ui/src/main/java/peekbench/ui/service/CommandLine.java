package peekbench.ui.service;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import peekbench.journal.JavaOptions;
import peekbench.result.file.ResultStoreException;

/** The command line in a process of its own, on the Java and the class path of this one, so that the engine stays out of the window. */
public final class CommandLine {
    private static final String MAIN = "peekbench.cli.Main";

    /**
     * What a command printed.
     *
     * @param code its exit code; 0 when it was done
     * @param output what it found
     * @param errors what it said beside
     */
    public record Printed(int code, String output, String errors) {}

    private CommandLine() {}

    /** The words of a command, to be started in any way. */
    public static List<String> words(String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options(ManagementFactory.getRuntimeMXBean().getInputArguments()));
        words.addAll(List.of("-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"), MAIN));
        words.addAll(List.of(arguments));
        return words;
    }

    /** The launcher's options, which this Java machine has too, and memory if that is not among them. */
    static List<String> options(List<String> own) {
        List<String> options = new ArrayList<>(JavaOptions.inherited(own));
        if (options.stream().noneMatch(option -> option.startsWith("-Xmx"))) {
            options.add("-Xmx1g");
        }
        return options;
    }

    /**
     * Runs a command to its end.
     *
     * @param folder where it works
     * @throws ResultStoreException when it cannot be started
     */
    public static Printed run(Path folder, String... arguments) {
        try {
            Path errors = Files.createTempFile("peekbench-command", ".log");
            try {
                Process process = new ProcessBuilder(words(arguments))
                        .directory(folder.toFile())
                        .redirectError(errors.toFile())
                        .start();
                process.getOutputStream().close();
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                int code = process.waitFor();
                return new Printed(code, output, Files.readString(errors));
            } finally {
                Files.deleteIfExists(errors);
            }
        } catch (IOException e) {
            throw new ResultStoreException(
                    "The command (" + String.join(" ", arguments) + ") cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResultStoreException("The command (" + String.join(" ", arguments) + ") was interrupted.", e);
        }
    }
}
