package peekbench.cli.console;

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
        return failure instanceof ConfigurationException ? ExitCode.BAD_INPUT : ExitCode.FAILED;
    }

    private static List<Problem> problems(Exception failure) {
        if (failure instanceof ConfigurationException mistakes) {
            return mistakes.problems();
        }
        if (failure instanceof ResultStoreException || failure instanceof EngineException) {
            return List.of(new Problem("", Objects.requireNonNullElse(failure.getMessage(), failure.toString())));
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
