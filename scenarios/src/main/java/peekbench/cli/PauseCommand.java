package peekbench.cli;

import java.util.concurrent.Callable;
import peekbench.cli.console.Console;
import peekbench.cli.console.ExitCode;
import peekbench.cli.console.Output;
import peekbench.journal.FollowedRun;
import peekbench.journal.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code peekbench pause}. */
@Command(
        name = "pause",
        description = "Pauses a run: running trials end, none begins until peekbench resume.",
        mixinStandardHelpOptions = true)
final class PauseCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private RunChoice choice;

    @Mixin
    private Output output;

    PauseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.configureLogging();
        FollowedRun run = choice.one();
        run.order(new Order.Pause());
        console.remark(
                "Asked the run (" + run.files().run() + ") to pause; go on with: peekbench resume " + choice.folder());
        return ExitCode.DONE;
    }
}
