package peekbench.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import peekbench.cli.console.Console;
import peekbench.cli.console.ExitCode;
import peekbench.cli.console.Output;
import peekbench.event.Event;
import peekbench.event.EventJson;
import peekbench.event.RunEvent;
import peekbench.event.TrialEvent;
import peekbench.journal.FollowedRun;
import peekbench.run.EpochText;
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

    /** An event for a person; what only moves a bar has no words. */
    private static Optional<String> text(Event event) {
        if (event instanceof TrialEvent.Started started) {
            return Optional.of(
                    started.trial() + " begins" + (started.attempt() > 1 ? ", attempt " + started.attempt() : ""));
        }
        if (event instanceof TrialEvent.Epoch epoch) {
            return Optional.of(epoch.trial() + ": " + EpochText.of(epoch.metrics(), epoch.epochs()));
        }
        if (event instanceof TrialEvent.Attack attack) {
            return Optional.of(
                    attack.trial() + ": attack " + attack.attack() + ", " + attack.place() + " of " + attack.of());
        }
        if (event instanceof TrialEvent.Done done) {
            return Optional.of(done.trial() + " is complete");
        }
        if (event instanceof TrialEvent.Failed failed) {
            return Optional.of(
                    failed.trial() + " failed" + (failed.again() ? " and begins again" : "") + ": " + failed.error());
        }
        if (event instanceof TrialEvent.Stopped stopped) {
            return Optional.of(stopped.trial() + " was stopped");
        }
        if (event instanceof RunEvent.Paused) {
            return Optional.of("paused: running trials end, none begins");
        }
        if (event instanceof RunEvent.Resumed) {
            return Optional.of("resumed");
        }
        return event instanceof RunEvent.Stopping stopping
                ? Optional.of("stopping, " + stopping.how().label().replace('-', ' '))
                : Optional.empty();
    }
}
