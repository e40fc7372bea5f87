package peekbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.catalogue.Catalogue;
import peekbench.catalogue.PluginFolders;
import peekbench.engine.EngineProvider;
import peekbench.engine.TrialLimits;
import peekbench.plan.Plan;
import peekbench.plan.TrialPlan;
import peekbench.result.TrialWork;
import peekbench.scenario.ScenarioFile;
import peekbench.scenario.ScenarioFormat;
import peekbench.scenario.ScenarioReader;
import peekbench.scenario.ScenarioSource;

/** Stored command lines, each read and planned again. */
@Tag("slow")
class RerunCommandTest {
    private static final String BASE = """
            format: 1
            name: base
            title: A test
            data: {dataset: fashion-mnist-sample, victim-train: 40, victim-test: 20, attacker-auxiliary: 20, attacker-validation: 5}
            model: lenet5
            cuts: [pool1, fc1]
            protocols:
              - {name: vanilla-split, clients: 2}
              - {name: federated-averaging, clients: 2}
            undefended-protocols:
              - centralized
              - {name: parallel-split, clients: 2}
            training: {epochs: 3, batch-size: 10, optimizer: {name: sgd, learning-rate: 0.05}}
            defenses:
              - []
              - [{name: nopeek, form: added, weight: 2}]
            attacks:
              - {name: gradient-inversion}
              - {name: decoder, capacities: [small]}
            seeds: [1, 2]
            quick: [training.epochs=1]
            """;
    private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\\\\'|[^' ])+");

    @TempDir
    private Path folder;

    private ScenarioSource file(String lines) throws IOException {
        Files.writeString(folder.resolve("base.yaml"), BASE);
        return ScenarioSource.of(
                Files.writeString(folder.resolve("a scenario.yaml"), "include: base.yaml\nname: child\n" + lines));
    }

    /** Reads a command as a shell and then the command line do. */
    private static ScenarioSource source(String command) {
        List<String> words = new ArrayList<>();
        for (Matcher word = WORD.matcher(command); word.find(); ) {
            words.add(word.group().replace("'\\''", "\0").replace("'", "").replace('\0', '\''));
        }
        assertThat(words).startsWith("./peekbench", "run").contains("--out");
        ScenarioSource source = ScenarioSource.of(Path.of(words.get(2)));
        for (int i = 3; i < words.size(); i++) {
            source = switch (words.get(i)) {
                case "--quick" -> source.inQuick();
                case "--set" -> source.with(words.get(++i));
                case "--seed" -> source.withSeed(Long.parseLong(words.get(++i)));
                default -> source;
            };
        }
        return source;
    }

    private static TrialWork work(TrialPlan trial) {
        return TrialWork.of(ScenarioFormat.tree(trial.point()), trial.seed());
    }

    /** Each trial's command plans that trial alone; gives the number of trials. */
    private int checked(ScenarioSource source) {
        ScenarioFile read = ScenarioReader.builtIn().read(source);
        RerunCommand rerun = new RerunCommand(
                source,
                read.hasAxes(),
                folder.resolve("results"),
                RunOptions.defaults().withCatalogue(Catalogue.of(new PluginFolders(List.of(folder)))));
        List<TrialPlan> trials = Plan.of(read).trials();
        for (TrialPlan trial : trials) {
            String command = rerun.of(trial);
            assertThat(Plan.of(ScenarioReader.builtIn().read(source(command))).trials())
                    .as(command)
                    .singleElement()
                    .satisfies(again -> {
                        assertThat(work(again)).isEqualTo(work(trial));
                        assertThat(again.point()).isEqualTo(trial.point());
                    });
        }
        return trials.size();
    }

    @Test
    void saysWhereDataAreAndHowTheRunIsDone() throws IOException {
        RunOptions options = RunOptions.defaults()
                .withData(Path.of("my data"))
                .withEngine(
                        EngineProvider.named(EngineProvider.PROCESSES).engine(),
                        new TrialLimits(Optional.of(2048), Optional.of(Duration.ofMinutes(5))));

        assertThat(RerunCommand.ofRun(
                        "run", ScenarioSource.of(Path.of("a.yaml")), options, Optional.of(Path.of("results/a"))))
                .isEqualTo("./peekbench run a.yaml --data 'my data' --out results/a --memory 2048m --time-limit 300s");
    }

    @Test
    void findsEachTrialOfAGridAlsoOfUndefendedProtocolsAndOfAttacksThatSomeProtocolsLack() throws IOException {
        assertThat(checked(file(""))).isEqualTo(24);
    }

    @Test
    void findsEachTrialOfAxesWithExclusions() throws IOException {
        assertThat(checked(file("""
                        axes:
                          training.epochs: [1, 2]
                          training.optimizer: [{name: sgd, learning-rate: 0.1}, {name: adam, learning-rate: 0.01}]
                          "defenses[1][0].weight": [1, 4]
                          "undefended-protocols[1].clients": [2, 4]
                          "attacks[1].epochs": [1, 2]
                          exclude:
                            - {training.epochs: 2, "attacks[1].epochs": 2, reason: it takes long}
                        """).withSeed(1))).isGreaterThan(100);
    }

    @Test
    void findsEachTrialOfAxesOverWholeLists() throws IOException {
        assertThat(checked(file("""
                        axes:
                          cuts: [[pool1], [pool2, fc1]]
                          attacks: [[{name: decoder, capacities: [small]}], [{name: gradient-inversion}]]
                          data.partition: [iid, {name: dirichlet, alpha: 0.5}]
                        """))).isGreaterThan(50);
    }

    @Test
    void findsEachTrialWhereTheRunReplacedValues() throws IOException {
        ScenarioSource source = file("axes: {training.epochs: [1, 2], training.batch-size: [5, 10]}\n");

        assertThat(checked(source.with("training.epochs=7")
                        .with("title=it's another")
                        .withSeed(9)))
                .isEqualTo(24);
        assertThat(checked(source.inQuick().with("training.batch-size=20"))).isEqualTo(24);
    }
}
