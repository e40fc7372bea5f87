package peekbench.cli;

import java.util.concurrent.Callable;
import peekbench.cli.console.Console;
import peekbench.cli.console.ExitCode;
import peekbench.cli.console.Output;
import peekbench.journal.FollowedRun;
import peekbench.journal.Order;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code peekbench resume}. */
@Command(
        name = "resume",
        description = "Lets a paused run go on. A run that was stopped or interrupted goes on with its own command.",
        mixinStandardHelpOptions = true)
final class ResumeCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private RunChoice choice;

    @Mixin
    private Output output;

    ResumeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.configureLogging();
        FollowedRun run = choice.one();
        run.order(new Order.Resume());
        console.remark("Asked the run (" + run.files().run() + ") to go on.");
        return ExitCode.DONE;
    }
}
