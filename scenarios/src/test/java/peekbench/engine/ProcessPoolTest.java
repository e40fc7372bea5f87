package peekbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.catalogue.Catalogue;
import peekbench.event.EventJson;
import peekbench.plan.Plan;
import peekbench.plan.TrialPlan;
import peekbench.result.Existing;
import peekbench.result.ResultSamples;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.TrialWriter;
import peekbench.scenario.ScenarioReader;
import peekbench.scenario.ScenarioSamples;
import peekbench.trial.TrialRecords;

/** Which process does which trial. */
class ProcessPoolTest {
    private static final List<TrialPlan> PLANS = Plan.of(ScenarioReader.builtIn()
                    .parse("sample", ScenarioSamples.YAML)
                    .scenario())
            .trials()
            .subList(0, 4);

    @TempDir
    private Path folder;

    /** Trials of each process that was started. */
    private final List<List<String>> done = new ArrayList<>();

    private final List<Boolean> last = new ArrayList<>();
    private Set<String> failing = Set.of();

    private List<StoredTrial> run(int trialsEach) {
        ResultStore store = ResultStore.open(folder.resolve("results"));
        ProcessFactory factory = new ProcessFactory() {
            @Override
            public int trialsEach() {
                return trialsEach;
            }

            @Override
            public Process start(Path log) {
                List<String> trials = new ArrayList<>();
                done.add(trials);
                return new WorkingProcess(order -> {
                    trials.add(order.name());
                    last.add(order.last());
                    return work(order.name(), store);
                });
            }
        };
        EngineJob job = new EngineJob(
                Existing.KEEP,
                Catalogue.builtIn(),
                new EngineJob.Sources(Optional.empty(), Optional.empty()),
                scenario -> {
                    throw new AssertionError("the run itself needs no data");
                },
                trial -> ResultSamples.provenance(),
                1,
                TrialLimits.none(),
                folder.resolve("logs"),
                new ProcessesTest.Control(false),
                event -> {});
        return new Processes(each -> factory)
                .run(
                        PLANS.stream()
                                .map(plan -> new QueuedTrial(plan.id(), plan, store))
                                .toList(),
                        job);
    }

    private String work(String name, ResultStore store) {
        TrialPlan plan = PLANS.stream()
                .filter(each -> each.id().equals(name))
                .findFirst()
                .orElseThrow();
        try (TrialWriter writer = store.begin(TrialRecords.key(plan), ResultSamples.provenance())) {
            return EventJson.line(TrialEnds.of(
                    name,
                    failing.contains(name)
                            ? writer.fail(new IllegalStateException("Training diverged."))
                            : writer.complete(1, 1)));
        }
    }

    private static String id(int trial) {
        return PLANS.get(trial).id();
    }

    @Test
    void aProcessWhoseTrialIsCompleteDoesTheNextOne() {
        assertThat(run(20)).hasSize(4).allMatch(StoredTrial::completed);

        assertThat(done).containsExactly(List.of(id(0), id(1), id(2), id(3)));
        assertThat(last).containsOnly(false);
        assertThat(folder.resolve("logs")).as("logs of what went well").doesNotExist();
    }

    @Test
    void aProcessEndsAfterAsManyTrialsAsItMayDo() {
        run(3);

        assertThat(done).containsExactly(List.of(id(0), id(1), id(2)), List.of(id(3)));
        assertThat(last).containsExactly(false, false, true, false);
    }

    @Test
    void eachTrialHasAProcessOfItsOwnWhereOnlyOneIsAllowed() {
        run(1);

        assertThat(done).containsExactly(List.of(id(0)), List.of(id(1)), List.of(id(2)), List.of(id(3)));
        assertThat(last).containsOnly(true);
    }

    @Test
    void aProcessWhoseTrialFailedDoesNoOther() {
        failing = Set.of(id(1));

        assertThat(run(20)).hasSize(4).filteredOn(StoredTrial::completed).hasSize(3);
        assertThat(done).containsExactly(List.of(id(0), id(1)), List.of(id(2), id(3)));
    }
}
