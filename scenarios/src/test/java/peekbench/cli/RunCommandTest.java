package peekbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import peekbench.cli.console.ExitCode;
import peekbench.event.Event;
import peekbench.event.EventJson;
import peekbench.event.RunEvent;
import peekbench.event.TrialEvent;
import peekbench.scenario.ScenarioSamples;

@Tag("slow")
class RunCommandTest {
    private static final String FIRST = "vanilla-split-2-pool1-undefended-seed1";

    @TempDir
    private Path folder;

    private Path file;
    private Path out;

    @BeforeEach
    void writeScenario() throws IOException {
        file = Files.writeString(folder.resolve("sample.yaml"), ScenarioSamples.YAML);
        out = folder.resolve("results");
    }

    private CommandLineRun run(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run", file.toString(), "--out", out.toString(), "--set", "cuts=[pool1]", "--engine", "in-process"));
        arguments.addAll(List.of(more));
        return CommandLineRun.of(arguments.toArray(String[]::new));
    }

    @Test
    void runsAScenarioAndSaysWhatWasWritten() {
        CommandLineRun run = run("--set", "protocols=[{name: vanilla-split, clients: 2}]");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("no defense", "NoPeek CE + 2·dCor", "Kept: ", " victims (", "Written:");
        for (String name : List.of("report.html", "summary.csv", "metrics.csv", "curves.png")) {
            assertThat(out.resolve(name)).exists();
            assertThat(run.out()).contains(out.resolve(name).toString());
        }
        assertThat(out.resolve(FIRST).resolve("trial.json")).exists();
    }

    @Test
    void saysWhatItLeavesOut() {
        CommandLineRun run = run("--seed", "1");

        assertThat(run.code()).isZero();
        assertThat(run.err()).startsWith("Left out: centralized with NoPeek CE + 2·dCor, since ");
        assertThat(out.resolve("summary.md")).content().contains(run.err().strip());
    }

    @Test
    void doesNotRepeatCompleteTrials() {
        CommandLineRun first = run("--seed", "1", "--set", "protocols=[centralized]", "--set", "defenses=[[]]");
        CommandLineRun more = run("--set", "protocols=[centralized]", "--set", "defenses=[[]]");
        CommandLineRun other = run(
                "--seed",
                "1",
                "--set",
                "protocols=[centralized]",
                "--set",
                "training.epochs=2",
                "--set",
                "defenses=[[]]");

        assertThat(first.err()).isEmpty();
        assertThat(more.err().strip()).isEqualTo("1 of 2 trials are complete in " + out + " and are not run again.");
        assertThat(other.err()).as("other settings are other work").isEmpty();
    }

    private CommandLineRun central(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("--seed", "1", "--set", "protocols=[centralized]", "--set", "defenses=[[]]"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    @Test
    void otherSettingsStandBesideWhatIsThereAndFailuresTouchNothing() throws IOException {
        String id = "centralized-pool1-undefended-seed1";
        central();
        byte[] complete = Files.readAllBytes(out.resolve(id).resolve("trial.json"));
        byte[] report = Files.readAllBytes(out.resolve("report.html"));

        CommandLineRun diverging = central("--set", "training.optimizer={name: sgd, learning-rate: 1.0e+30}");
        assertThat(diverging.code()).isEqualTo(ExitCode.FAILED);
        assertThat(Files.readAllBytes(out.resolve("report.html"))).isEqualTo(report);
        assertThat(central("--set", "training.epochs=2").code()).isZero();
        assertThat(Files.readAllBytes(out.resolve(id).resolve("trial.json"))).isEqualTo(complete);
        try (Stream<Path> trials = Files.list(out)) {
            assertThat(trials.map(path -> path.getFileName().toString()).filter(name -> name.endsWith("-seed1")))
                    .hasSize(3)
                    .allMatch(name -> name.matches("centralized-pool1-undefended(\\.[0-9a-f]{8})?-seed1"));
        }

        String times = Files.readString(out.resolve(id).resolve("times.json"));
        assertThat(central("--replace").err()).isEmpty();
        assertThat(out.resolve(id).resolve("times.json")).content().isNotEqualTo(times);
        assertThat(Files.readAllBytes(out.resolve(id).resolve("trial.json"))).isEqualTo(complete);
    }

    @Test
    void theTablesOfTwoRunsOfOneMachineCompareByteByByte() throws IOException {
        central();
        Map<String, String> tables = tables();
        central("--replace");

        assertThat(tables()).isEqualTo(tables);
        assertThat(out.resolve("times.csv")).content().startsWith("trial,started,total_seconds,training_seconds");
    }

    private Map<String, String> tables() throws IOException {
        Map<String, String> tables = new HashMap<>();
        for (String name : List.of("metrics.csv", "summary.csv", "summary.md")) {
            tables.put(name, Files.readString(out.resolve(name)));
        }
        return tables;
    }

    @Test
    void refusesAFolderOfSomebodyElseAndOneWithoutAName() throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("report.html"), "my own");

        CommandLineRun foreign = central();
        assertThat(foreign.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(foreign.err()).contains("holds files but no results of Peekbench");
        assertThat(out.resolve("report.html")).hasContent("my own");
        CommandLineRun unnamed = CommandLineRun.of("run", file.toString(), "--out", "");
        assertThat(unnamed.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(unnamed.err()).contains("The result folder's name is empty.");
    }

    @Test
    void showsATrialWithTheCommandThatRunsItAgain() {
        run("--seed", "1");

        CommandLineRun byId = CommandLineRun.of("show", FIRST, "--out", out.toString());
        CommandLineRun byFolder = CommandLineRun.of("show", out.resolve(FIRST).toString());
        assertThat(byId.code()).isZero();
        assertThat(byId.out())
                .isEqualTo(byFolder.out())
                .contains("trial     " + FIRST + " (completed)")
                .contains("--set 'cuts=[pool1]'")
                .contains("--set 'protocols=[{\"name\":\"vanilla-split\",\"clients\":2,")
                .contains("--set 'defenses=[[]]' --seed 1 --out " + out);
        assertThat(CommandLineRun.of("show", "vanilla-split-2-pool1-undefended-sed1", "--out", out.toString())
                        .err())
                .contains("Maybe you meant " + FIRST + ".");
    }

    @Test
    void tellsOtherProgramsLineByLine() {
        CommandLineRun run = run("--seed", "1", "--json");

        List<Event> events = run.out()
                .lines()
                .map(line -> EventJson.read(line).orElseThrow())
                .toList();
        assertThat(events.get(0))
                .isInstanceOfSatisfying(
                        RunEvent.Run.class, begun -> assertThat(begun.folder()).isEqualTo(out.toString()));
        assertThat(events.get(1)).isInstanceOfSatisfying(RunEvent.Plan.class, plan -> {
            assertThat(plan.trials()).hasSize(3).noneMatch(RunEvent.Planned::complete);
            assertThat(plan.leftOut()).singleElement().hasFieldOrPropertyWithValue("kind", "arm");
        });
        assertThat(events)
                .filteredOn(event ->
                        event instanceof TrialEvent trial && trial.trial().equals(FIRST))
                .extracting(Event::getClass)
                .asInstanceOf(InstanceOfAssertFactories.list(Class.class))
                .containsExactly(TrialEvent.Started.class, TrialEvent.Epoch.class, TrialEvent.Done.class);
        assertThat(events.get(events.size() - 1)).isInstanceOfSatisfying(RunEvent.RunDone.class, done -> {
            assertThat(done.outcome()).isEqualTo(RunEvent.Outcome.COMPLETED);
            assertThat(done.completed()).isEqualTo(3);
            assertThat(done.files().get(0)).isEqualTo(out.resolve("report.html").toString());
        });
    }

    @Test
    void reportsFailedTrialsOnceBesideTheOthers() {
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(logged);
        logged.start();
        CommandLineRun run;
        try {
            run = run(
                    "--seed",
                    "1",
                    "--set",
                    "protocols=[centralized]",
                    "--set",
                    "defenses=[[]]",
                    "--set",
                    "training.optimizer={name: sgd, learning-rate: 1.0e+30}");
        } finally {
            root.detachAppender(logged);
        }

        assertThat(logged.list).as("the log goes to standard error too").isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("centralized-pool1-undefended-seed1 failed: ", "Training diverged");
        assertThat(out.resolve("centralized-pool1-undefended-seed1")).exists();
    }

    @Test
    void checksTheScenarioAgainstItsDataBeforeAnythingIsWritten() {
        CommandLineRun run = run("--set", "training.batch-size=21");

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err())
                .contains("--set: training.batch-size: is 21, which is larger than the data of client 0 under"
                        + " protocols[0]: 20 of 40 records.");
        assertThat(out).doesNotExist();
    }

    @Test
    void refusesAResultFolderThatIsAFile() throws IOException {
        Files.writeString(out, "in the way");

        CommandLineRun run = run();
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains(out.toString());
        assertThat(out).hasContent("in the way");
    }
}
