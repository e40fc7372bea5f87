package peekbench.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import peekbench.cli.console.Console;
import peekbench.cli.console.ExitCode;
import peekbench.cli.console.Output;
import peekbench.event.RunEvent.How;
import peekbench.journal.FollowedRun;
import peekbench.journal.Order;
import peekbench.problem.ConfigurationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code peekbench stop}. */
@Command(
        name = "stop",
        description = {
            "Stops a run: by default when its running trials have ended. Complete trials are kept, and the run's own command"
                    + " goes on with the rest.",
            "",
            "Examples:",
            "  peekbench stop",
            "  peekbench stop results/matrix --now",
            "  peekbench stop results/matrix --trial vanilla-split-5-pool1-undefended-seed1",
            ""
        },
        mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private RunChoice choice;

    @Option(names = "--now", description = "End running trials at once; what they did is lost.")
    private boolean now;

    @Option(names = "--trial", paramLabel = "ID", description = "Stop this trial only, at once.")
    private Optional<String> trial = Optional.empty();

    @Mixin
    private Output output;

    StopCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.configureLogging();
        if (now && trial.isPresent()) {
            throw new ConfigurationException("--now stands beside --trial, which stops at once anyway. Leave out one.");
        }
        FollowedRun run = choice.one();
        run.order(trial.<Order>map(Order.StopTrial::new).orElse(new Order.Stop(now ? How.NOW : How.AFTER_RUNNING)));
        console.remark("Asked the run (" + run.files().run() + ") in "
                + run.files().results() + " to stop "
                + trial.map(id -> "the trial " + id).orElse(now ? "now" : "when its running trials have ended")
                + ".");
        return ExitCode.DONE;
    }
}
