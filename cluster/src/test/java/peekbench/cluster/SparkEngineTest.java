package peekbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.Peekbench;
import peekbench.cluster.loopback.StandaloneCluster;
import peekbench.engine.EngineProvider;
import peekbench.engine.TrialCommand;
import peekbench.engine.TrialEngine;
import peekbench.engine.TrialLimits;
import peekbench.event.Event;
import peekbench.event.RunEvent;
import peekbench.event.TrialEvent;
import peekbench.journal.FollowedRun;
import peekbench.journal.Order;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.run.RunListener;
import peekbench.run.RunOptions;
import peekbench.run.RunResult;
import peekbench.scenario.ScenarioSource;

/** On a standalone master with two workers of this machine. */
@Tag("slow")
class SparkEngineTest {
    private static final String YAML = """
            format: 1
            name: tiny
            title: A test
            data: {dataset: fashion-mnist-sample, victim-train: 40, victim-test: 20, attacker-auxiliary: 40, attacker-validation: 10}
            model: lenet5
            cuts: [pool1]
            protocols: [{name: vanilla-split, clients: 2}]
            training: {epochs: 1, batch-size: 10, optimizer: {name: sgd, learning-rate: 0.05}}
            attacks: [{name: decoder, capacities: [small], epochs: 1, patience: 1}]
            evaluation: {images: 10, permutations: 5, bootstrap-resamples: 10, classifier-epochs: 1}
            defenses: [[]]
            seeds: [1, 2, 3, 4, 5]
            """;

    @TempDir
    private static Path nodes;

    private static StandaloneCluster cluster;

    @TempDir
    private Path folder;

    private final List<Event> events = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void startCluster() throws IOException {
        StandaloneCluster.properties().forEach(System::setProperty);
        cluster = new StandaloneCluster(nodes);
    }

    @AfterAll
    static void stopCluster() throws IOException {
        StandaloneCluster.properties().keySet().forEach(System::clearProperty);
        cluster.close();
    }

    @BeforeEach
    void haveTwoWorkers() throws IOException {
        cluster.hire();
    }

    /** @param properties of the stub's Java machine */
    private static TrialEngine stub(String... properties) {
        return new SparkEngine(cluster.address(), (limits, classPath) -> {
            List<String> arguments =
                    new ArrayList<>(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
            arguments.addAll(List.of(properties));
            arguments.addAll(List.of("-cp", classPath, StubTrial.class.getName()));
            return new TrialCommand(arguments, Map.of());
        });
    }

    private RunResult run(TrialEngine engine, TrialLimits limits, Consumer<Event> hearer) throws IOException {
        return run(engine, limits, ScenarioSource.of(file()), hearer);
    }

    private Path file() throws IOException {
        return Files.writeString(folder.resolve("tiny.yaml"), YAML);
    }

    private RunResult run(TrialEngine engine, TrialLimits limits, ScenarioSource source, Consumer<Event> hearer) {
        RunOptions options = RunOptions.defaults()
                .withFolder(folder.resolve("results"))
                .withThreads(engine.sideBySide())
                .withEngine(engine, limits);
        return Peekbench.run(source, options, new RunListener() {
            @Override
            public void event(Event event) {
                events.add(event);
                hearer.accept(event);
            }
        });
    }

    private <T extends Event> Stream<T> heard(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static Consumer<Event> whenStarted(String trial, Consumer<TrialEvent.Started> action) {
        return event -> {
            if (event instanceof TrialEvent.Started started && started.trial().endsWith(trial)) {
                action.accept(started);
            }
        };
    }

    @Test
    void aWorkerThatIsKilledCostsNoTrial() throws IOException {
        List<Long> killed = new ArrayList<>();
        RunResult result = run(stub("-Dstub.waits=2"), TrialLimits.none(), whenStarted("-seed2", started -> {
            if (killed.isEmpty()) {
                killed.add(started.process());
                cluster.kill(ProcessHandle.of(started.process()).orElseThrow());
            }
        }));

        assertThat(killed).hasSize(1);
        assertThat(result.trials()).hasSize(5).allMatch(StoredTrial::completed);
        assertThat(heard(TrialEvent.Started.class)
                        .filter(started -> started.trial().endsWith("-seed2")))
                .as("the trial of the lost worker begins anew")
                .hasSize(2);
        assertThat(heard(TrialEvent.Done.class).map(TrialEvent::trial))
                .as("nothing lost, nothing twice")
                .hasSize(5)
                .doesNotHaveDuplicates();
        assertThat(heard(TrialEvent.Failed.class)).isEmpty();
    }

    @Test
    void aTrialThatKillsItsProcessFailsAlone() throws IOException {
        RunResult result = run(stub("-Dstub.kills=3"), TrialLimits.none(), event -> {});

        assertThat(result.trials()).hasSize(5);
        assertThat(result.trials().stream().filter(trial -> !trial.completed()))
                .singleElement()
                .satisfies(failed -> assertThat(failed.info().error().orElseThrow())
                        .contains("The trial's process ended by signal 9", "a trial that kills its process"));
        assertThat(heard(TrialEvent.Failed.class).map(TrialEvent.Failed::again)).containsExactly(true, false);
    }

    @Test
    void aSuiteThatIsCancelledLeavesWhatWasCompleteAndGoesOn() throws IOException {
        RunResult result = run(
                stub("-Dstub.waits=4"),
                TrialLimits.none(),
                whenStarted(
                        "-seed4",
                        started -> FollowedRun.in(folder.resolve("results"))
                                .get(0)
                                .order(new Order.Stop(RunEvent.How.NOW))));

        assertThat(result.remaining()).hasSizeBetween(1, 3).anyMatch(id -> id.endsWith("-seed4"));
        assertThat(heard(TrialEvent.Stopped.class).map(TrialEvent::trial)).anyMatch(id -> id.endsWith("-seed4"));
        long pid = heard(TrialEvent.Started.class)
                .filter(started -> started.trial().endsWith("-seed4"))
                .findFirst()
                .orElseThrow()
                .process();
        assertThat(ProcessHandle.of(pid)).as("no orphan").isEmpty();
        try (Stream<Path> files = Files.list(result.folder())) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.startsWith(".tmp-"));
        }

        RunResult rest = run(stub(), TrialLimits.none(), event -> {});
        assertThat(rest.trials()).hasSize(5).allMatch(StoredTrial::completed);
    }

    @Test
    void aTrialIsEndedAtItsTimeLimit() throws IOException {
        RunResult result = run(
                stub("-Dstub.waits=1"),
                new TrialLimits(Optional.empty(), Optional.of(Duration.ofSeconds(2))),
                ScenarioSource.of(file()).withSeed(1),
                event -> {});

        assertThat(result.trials())
                .singleElement()
                .satisfies(failed -> assertThat(failed.info().error().orElseThrow())
                        .contains("at its time limit of 2 s. Raise --time-limit"));
    }

    @Test
    void theClusterGivesTheSameFigures() throws IOException {
        ScenarioSource source = ScenarioSource.of(file()).withSeed(1);
        RunOptions options = RunOptions.defaults();
        StoredTrial here = Peekbench.run(source, options.withFolder(folder.resolve("here")), RunListener.silent())
                .trials()
                .get(0);
        TrialEngine engine = EngineProvider.named(EngineProvider.SPARK).engine(cluster.address());
        Path results = folder.resolve("there");
        Peekbench.run(source, options.withFolder(results).withEngine(engine, TrialLimits.none()), RunListener.silent());

        assertThat(ResultStore.openExisting(results).trials()).singleElement().satisfies(there -> {
            assertThat(there.completed()).isTrue();
            assertThat(there.scores()).isNotEmpty().isEqualTo(here.scores());
        });
    }
}
