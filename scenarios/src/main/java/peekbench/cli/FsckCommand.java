package peekbench.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import peekbench.cli.console.Console;
import peekbench.cli.console.ExitCode;
import peekbench.cli.console.Output;
import peekbench.result.StoreCheck;
import peekbench.result.StoreProblem;
import peekbench.victim.VictimCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peekbench fsck}. */
@Command(
        name = "fsck",
        description = {
            "Checks every file of a result folder against the hashes that its trials and victims were stored with.",
            "",
            "It names files that are missing, changed or added, trials that cannot be read, and what runs left that died."
                    + " Without --repair nothing is changed.",
            "",
            "Example: peekbench fsck results/quickstart --repair",
            ""
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is as it should be as far as that can be checked, or was set right",
            "1:something is damaged, unmarked or left over, and was not set right",
            "2:there is no result folder of that name"
        })
final class FsckCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FOLDER", description = "A result folder, as results/quickstart.")
    private Path folder = Path.of("");

    @Option(
            names = "--repair",
            description =
                    "Move damaged trials and victims to FOLDER/.damaged, where they stay, and clear away what dead runs left.")
    private boolean repair;

    @Mixin
    private Output output;

    FsckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.configureLogging();
        StoreCheck check = StoreCheck.of(folder);
        VictimCheck victims = new VictimCheck(folder);
        List<StoreProblem> ofTrials = check.problems();
        List<StoreProblem> ofVictims = victims.problems();
        List<StoreProblem> problems = join(ofTrials, ofVictims);
        List<StoreProblem> repaired = repair ? join(check.repair(ofTrials), victims.repair(ofVictims)) : List.of();
        problems.forEach(problem -> print(problem, repaired.contains(problem)));
        if (problems.isEmpty() && !output.json()) {
            console.out().println("Every file is as it was stored.");
        }
        boolean sound = problems.stream()
                .allMatch(
                        problem -> repaired.contains(problem) || !problem.kind().repairable());
        return sound ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static List<StoreProblem> join(List<StoreProblem> first, List<StoreProblem> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private void print(StoreProblem problem, boolean repaired) {
        if (output.json()) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            console.json(node.put("problem", problem.kind().label())
                    .put("folder", problem.place().toString())
                    .put("text", problem.text())
                    .put("repaired", repaired));
        } else {
            console.out()
                    .println(problem.kind().label() + (repaired ? " (repaired): " : ": ") + problem.place() + ": "
                            + problem.text());
        }
    }
}
