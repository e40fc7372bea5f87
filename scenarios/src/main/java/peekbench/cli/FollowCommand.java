package peekbench.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import peekbench.cli.console.Console;
import peekbench.cli.console.ExitCode;
import peekbench.cli.console.Output;
import peekbench.event.Event;
import peekbench.event.EventJson;
import peekbench.event.RunEvent;
import peekbench.event.RunEventText;
import peekbench.event.TrialEvent;
import peekbench.event.TrialEventText;
import peekbench.journal.FollowedRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code peekbench follow}. */
@Command(
        name = "follow",
        description = {
            "Follows a run that another program began until it ends, and ends with its exit code. Ending this command does"
                    + " not touch the run.",
            "",
            "Examples:",
            "  peekbench follow",
            "  peekbench follow results/matrix --json",
            ""
        },
        mixinStandardHelpOptions = true)
final class FollowCommand implements Callable<Integer> {
    private static final long WAIT_MILLISECONDS = 250;

    private final Console console;

    @Mixin
    private RunChoice choice;

    @Mixin
    private Output output;

    FollowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        output.configureLogging();
        FollowedRun run = new FollowedRun(choice.one().files());
        run.update().forEach(this::print);
        while (run.going()) {
            Thread.sleep(WAIT_MILLISECONDS);
            run.update().forEach(this::print);
        }
        if (!output.json()) {
            console.out().println(RunsCommand.line(run));
        }
        return run.end().map(RunEvent.RunDone::outcome).map(ExitCode::of).orElse(ExitCode.INTERRUPTED);
    }

    private void print(Event event) {
        if (output.json()) {
            console.json(EventJson.tree(event));
        } else {
            text(event).ifPresent(console.out()::println);
        }
    }

    /** An event for a person; what only moves a bar has no words, and of beginning and end other lines tell. */
    private static Optional<String> text(Event event) {
        if (event instanceof TrialEvent trial) {
            return trial instanceof TrialEvent.Progress
                    ? Optional.empty()
                    : Optional.of(trial.trial() + ": " + TrialEventText.of(trial));
        }
        boolean silent =
                event instanceof RunEvent.Run || event instanceof RunEvent.Plan || event instanceof RunEvent.RunDone;
        return event instanceof RunEvent run && !silent ? Optional.of(RunEventText.of(run)) : Optional.empty();
    }
}
