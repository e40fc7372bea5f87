package peekbench.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import peekbench.plan.LeftOut;
import peekbench.plan.Plan;
import peekbench.problem.ConfigurationException;
import peekbench.report.Report;
import peekbench.report.table.SummaryTable;
import peekbench.result.StoredTrial;
import peekbench.run.RerunCommand;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioData;
import peekbench.scenario.ScenarioFile;
import peekbench.scenario.ScenarioReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code peekbench run}. */
@Command(
        name = "run",
        description = {
            "Checks a scenario, runs its trials and writes the results.",
            "",
            "Trials that are complete in the result folder are not run again, so an interrupted run is continued by the"
                    + " same command.",
            "",
            "Examples:",
            "  peekbench run scenarios/quickstart.yaml",
            "  peekbench run scenarios/quickstart.yaml --seed 7 --out results/seed7",
            "  peekbench run scenarios/quickstart.yaml --set 'defenses[1][0].weight=4'",
            "  peekbench run scenarios/papers/split-against-regular.yaml --quick",
            ""
        },
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "A scenario, as scenarios/quickstart.yaml.")
    private Path file = Path.of("");

    @Option(names = "--seed", paramLabel = "N", description = "Run this seed in place of those of the scenario.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replace a value of the scenario; the key is a path, the value YAML. May be repeated.")
    private List<String> assignments = List.of();

    @Option(names = "--quick", description = "Run the scenario's small version: its own assignments under quick.")
    private boolean quick;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The result folder (default: results/NAME-OF-THE-SCENARIO).")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--threads", paramLabel = "N", description = "Trials that run side by side (default: one a core).")
    private Optional<Integer> threads = Optional.empty();

    @Mixin
    private DataOptions data;

    @Mixin
    private Output output;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.configureLogging();
        threads.filter(count -> count < 1).ifPresent(count -> {
            throw new ConfigurationException("--threads is " + count + "; it must be at least 1.");
        });
        OptionalLong onlySeed = seed.map(OptionalLong::of).orElseGet(OptionalLong::empty);
        ScenarioFile read = ScenarioReader.builtIn().read(file, assignments, onlySeed, quick);
        Scenario scenario = read.scenario();
        Plan plan = Plan.of(scenario);
        ScenarioData loaded = load(scenario);
        read.checkAgainst(loaded);
        Path folder = out.orElseGet(() -> Path.of("results", scenario.name() + (quick ? "-quick" : "")));
        int workers = threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
        PlanRun run = new PlanRun(console, output, loaded, new RerunCommand(file, assignments, seed, quick, folder));
        List<StoredTrial> trials = run.all(plan, workers);
        report(folder, plan, trials);
        return trials.stream().allMatch(StoredTrial::completed) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private ScenarioData load(Scenario scenario) {
        try (FetchBar bar = new FetchBar(console)) {
            return scenario.data().load(data.catalogue(), bar);
        }
    }

    private void report(Path folder, Plan plan, List<StoredTrial> trials) {
        List<String> remarks = LeftOut.messages(plan.leftOut());
        List<Path> files = Report.write(folder, trials, remarks);
        if (output.json()) {
            ObjectNode event = JsonNodeFactory.instance.objectNode().put("event", "done");
            trials.forEach(trial -> event.withArray("trials")
                    .addObject()
                    .put("id", trial.key().id())
                    .put("completed", trial.completed())
                    .put("folder", trial.folder().toString()));
            files.forEach(path -> event.withArray("files").add(path.toString()));
            console.json(event);
            return;
        }
        console.out().println();
        console.out().println(SummaryTable.of(trials).text());
        for (StoredTrial trial : trials) {
            trial.info()
                    .errorSummary()
                    .ifPresent(error ->
                            console.err().println("Trial " + trial.key().id() + " failed: " + error));
        }
        console.out().println("Written:");
        files.forEach(path -> console.out().println("  " + path));
        console.out()
                .println("  " + folder + " with a folder for each trial; look at one with: peekbench show "
                        + trials.get(0).folder());
    }
}
