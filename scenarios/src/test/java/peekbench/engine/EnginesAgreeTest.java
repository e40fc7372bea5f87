package peekbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.Peekbench;
import peekbench.event.Event;
import peekbench.event.TrialEvent;
import peekbench.result.StoredTrial;
import peekbench.run.RunListener;
import peekbench.run.RunOptions;
import peekbench.scenario.ScenarioSamples;
import peekbench.scenario.ScenarioSource;

@Tag("slow")
class EnginesAgreeTest {
    @TempDir
    private Path folder;

    private final Set<Long> processIds = ConcurrentHashMap.newKeySet();

    @Test
    void processesGiveTheSameBitsAsThreads() throws IOException {
        ScenarioSource source = ScenarioSource.of(
                        Files.writeString(folder.resolve("sample.yaml"), ScenarioSamples.YAML))
                .with("data={dataset: fashion-mnist-sample, victim-train: 40, victim-test: 20, attacker-auxiliary: 40,"
                        + " attacker-validation: 10}")
                .with("attacks=[{name: decoder, capacities: [small], epochs: 1, patience: 1}]")
                .with("evaluation={images: 10, permutations: 5, bootstrap-resamples: 10, classifier-epochs: 1}")
                .with("protocols=[{name: vanilla-split, clients: 2}]")
                .with("cuts=[pool1]")
                .withSeed(1);
        List<StoredTrial> threads = run(source, EngineProvider.IN_PROCESS, 2);
        List<StoredTrial> processes = run(source, EngineProvider.PROCESSES, 2);
        assertThat(processIds).hasSize(1 + 2);
        processIds.clear();
        List<StoredTrial> oneAfterAnother = run(source, EngineProvider.PROCESSES, 1);
        assertThat(processIds).as("of trials one after another").hasSize(1);

        agree(threads, processes);
        agree(threads, oneAfterAnother);
    }

    private static void agree(List<StoredTrial> threads, List<StoredTrial> processes) throws IOException {
        assertThat(processes).hasSize(2).hasSameSizeAs(threads);
        for (int i = 0; i < threads.size(); i++) {
            assertThat(processes.get(i).completed()).isTrue();
            assertThat(processes.get(i).scores())
                    .isNotEmpty()
                    .isEqualTo(threads.get(i).scores());
            assertThat(figures(processes.get(i))).hasSize(1).isEqualTo(figures(threads.get(i)));
            assertThat(arrays(processes.get(i))).isNotEmpty().isEqualTo(arrays(threads.get(i)));
        }
    }

    private List<StoredTrial> run(ScenarioSource source, String engine, int threads) {
        // Not side by side, so that none takes the victims of another.
        Path results = folder.resolve(engine + threads).resolve("results");
        RunOptions options = RunOptions.defaults()
                .withFolder(results)
                .withThreads(threads)
                .withEngine(EngineProvider.named(engine).engine(), TrialLimits.none());
        RunListener listener = new RunListener() {
            @Override
            public void event(Event event) {
                if (event instanceof TrialEvent.Started started) {
                    processIds.add(started.process());
                }
            }
        };
        return Peekbench.run(source, options, listener).trials();
    }

    /** What an epoch's line holds besides times. */
    private static List<List<Object>> figures(StoredTrial trial) {
        return trial.epochs().stream()
                .map(epoch ->
                        List.<Object>of(epoch.trainLoss(), epoch.testLoss(), epoch.testAccuracy(), epoch.defenseLoss()))
                .toList();
    }

    /** Bytes of all arrays, by file. */
    private static Map<String, String> arrays(StoredTrial trial) throws IOException {
        Map<String, String> arrays = new TreeMap<>();
        try (Stream<Path> files = Files.walk(trial.folder())) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".npy")).toList()) {
                arrays.put(
                        trial.folder().relativize(file).toString(),
                        HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return arrays;
    }
}
