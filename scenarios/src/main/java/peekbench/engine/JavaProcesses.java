package peekbench.engine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import peekbench.data.catalogue.CacheFolder;

/** Starts trial processes on this machine, on the Java and the class path of this one. */
final class JavaProcesses implements ProcessFactory {
    /** Enough that starting and compiling cost each trial little, and few enough that whatever a process gathers goes. */
    private static final int TRIALS_EACH = 20;

    private final TrialCommand command;
    private final Optional<ClassArchive> archive;
    private final Map<String, String> environment;

    /** @param environment variables besides those of this process and of the launchers */
    JavaProcesses(TrialLimits limits, Map<String, String> environment) {
        this(
                limits,
                environment,
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                ClassArchive.of(Optional.of(CacheFolder.path()), System.getProperty("java.class.path")));
    }

    /** @param own options of this Java machine */
    JavaProcesses(
            TrialLimits limits, Map<String, String> environment, List<String> own, Optional<ClassArchive> archive) {
        this.environment = Map.copyOf(environment);
        this.archive = archive;
        this.command = TrialCommand.of(limits, System.getProperty("java.class.path"), own);
    }

    /** Of the next process. */
    List<String> command() {
        List<String> next = new ArrayList<>();
        next.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        archive.ifPresent(classes -> next.addAll(classes.options()));
        next.addAll(command.arguments());
        return next;
    }

    @Override
    public int trialsEach() {
        return TRIALS_EACH;
    }

    @Override
    public Process start(Path log) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command()).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(command.environment());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (archive.isPresent()) {
            // Nobody waits for it: what goes wrong there is logged there, and costs time only.
            CompletableFuture<?> unused =
                    process.onExit().thenAccept(ended -> archive.get().ended(ended.exitValue()));
        }
        return process;
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
