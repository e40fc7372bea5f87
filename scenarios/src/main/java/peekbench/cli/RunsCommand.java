package peekbench.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import peekbench.cli.console.Console;
import peekbench.cli.console.ExitCode;
import peekbench.cli.console.Output;
import peekbench.event.RunEvent;
import peekbench.journal.FollowedRun;
import peekbench.journal.TimeText;
import peekbench.journal.TrialState;
import peekbench.result.file.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code peekbench runs}. */
@Command(
        name = "runs",
        description = {
            "Lists runs, whoever began them: how each is, how far, and how long it will take.",
            "",
            "Examples:",
            "  peekbench runs",
            "  peekbench runs results/matrix --trials",
            ""
        },
        mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private RunChoice choice;

    @Option(names = "--trials", description = "List the trials of each run too.")
    private boolean trials;

    @Mixin
    private Output output;

    RunsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.configureLogging();
        List<FollowedRun> runs = choice.all();
        if (output.json()) {
            runs.forEach(run -> console.json(json(run)));
        } else if (runs.isEmpty()) {
            console.remark("There is no run in " + choice.folder() + ".");
        } else {
            runs.forEach(this::print);
        }
        return ExitCode.DONE;
    }

    private void print(FollowedRun run) {
        console.out().println(line(run));
        if (trials) {
            for (TrialState trial : run.trials()) {
                console.out()
                        .printf(
                                Locale.ROOT,
                                "  %-9s %3.0f %%  %s  %s%n",
                                word(trial.status()),
                                100 * trial.share(),
                                trial.id(),
                                trial.now());
            }
        }
    }

    /** A run in a line: {@code 2026-11-27T12-55-22.123Z  matrix  running  3 of 18 trials, 1 failed, about 12 min left}. */
    static String line(FollowedRun run) {
        long ended = count(run, TrialState.Status.COMPLETE) + count(run, TrialState.Status.KEPT);
        long failed = count(run, TrialState.Status.FAILED);
        return run.files().run() + "  "
                + run.header().map(RunEvent.Run::scenario).orElse("?") + "  " + word(run.status()) + "  " + ended
                + " of " + run.trials().size() + " trials complete" + (failed == 0 ? "" : ", " + failed + " failed")
                + run.left()
                        .map(left -> ", about " + TimeText.left(left) + " left")
                        .orElse("")
                + "  in " + run.files().results()
                + (run.status() == FollowedRun.Status.INTERRUPTED
                        ? "; go on with: "
                                + run.header().map(RunEvent.Run::command).orElse("the same command")
                        : "");
    }

    private static long count(FollowedRun run, TrialState.Status status) {
        return run.trials().stream().filter(trial -> trial.status() == status).count();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static ObjectNode json(FollowedRun run) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("run", run.files().run())
                .put("folder", run.files().results().toString())
                .put("status", word(run.status()));
        run.header().ifPresent(header -> node.set("header", Json.tree(header)));
        node.set("trials", Json.tree(run.trials()));
        node.set("seconds-left", Json.tree(run.left().map(Duration::toSeconds)));
        run.end().ifPresent(end -> node.set("end", Json.tree(end)));
        return node;
    }
}
