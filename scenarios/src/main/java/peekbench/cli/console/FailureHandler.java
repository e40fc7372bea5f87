package peekbench.cli.console;

import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import peekbench.engine.EngineException;
import peekbench.event.EventJson;
import peekbench.event.RunEvent;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;
import peekbench.result.file.ResultStoreException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong, for a person or as JSON, and chooses the exit code. */
public final class FailureHandler implements IExecutionExceptionHandler {
    private static final long MEGABYTE = 1 << 20;

    private final Console console;

    public FailureHandler(Console console) {
        this.console = console;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        List<String> arguments = parsed.originalArgs();
        if (arguments.contains("--verbose")) {
            failure.printStackTrace(console.err());
        }
        List<Problem> problems = problems(failure);
        if (arguments.contains("--json")) {
            console.json(EventJson.tree(new RunEvent.Refused(EventJson.now(), problems)));
        } else {
            String heading = problems.size() == 1 ? "" : "There are " + problems.size() + " mistakes:\n";
            console.err().print("peekbench: " + heading);
            problems.forEach(problem -> console.err().println(problem));
        }
        return failure instanceof ConfigurationException || failure instanceof InvalidPathException
                ? ExitCode.BAD_INPUT
                : ExitCode.FAILED;
    }

    /** What to say where the Java machine has no memory or stack left. */
    public static String exhausted(Error error) {
        return error instanceof StackOverflowError
                ? "Something was nested too deeply for the stack of this process. Run with --verbose for the trace and report it."
                : "The memory of this process (" + Runtime.getRuntime().maxMemory() / MEGABYTE + " MB) is not enough: "
                        + error.getMessage() + ". Give it more, as in PEEKBENCH_JAVA_OPTIONS=-Xmx8g, and trials as in"
                        + " --memory 4g; or take fewer or smaller records.";
    }

    /** Where the locale's encoding lacks a letter, or a path holds what none can. */
    public static String unspellable(InvalidPathException failure) {
        return "The path (" + failure.getInput() + ") cannot be spelled here: " + failure.getReason()
                + ". The encoding of names of files is " + System.getProperty("sun.jnu.encoding", "unknown")
                + "; set a locale that has all letters, as in LC_ALL=C.UTF-8, or rename what the path leads to.";
    }

    private static List<Problem> problems(Exception failure) {
        if (failure instanceof ConfigurationException mistakes) {
            return mistakes.problems();
        }
        if (failure instanceof ResultStoreException || failure instanceof EngineException) {
            return List.of(new Problem("", Objects.requireNonNullElse(failure.getMessage(), failure.toString())));
        }
        if (failure instanceof InvalidPathException path) {
            return List.of(new Problem("", unspellable(path)));
        }
        String where = Arrays.stream(failure.getStackTrace())
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
        return List.of(new Problem(
                "",
                "Something failed that should not: " + failure + where
                        + ". Run with --verbose for the whole trace and report it."));
    }
}
