package peekbench.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import peekbench.event.EventJson;
import peekbench.plan.Plan;
import peekbench.plan.TrialPlan;
import peekbench.result.ResultSamples;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.TrialWriter;
import peekbench.scenario.ScenarioReader;
import peekbench.scenario.ScenarioSamples;
import peekbench.trial.TrialRecords;

/** Which process does which trial. */
class ProcessPoolTest {
    private static final List<TrialPlan> PLANS = plans(ScenarioSamples.YAML).subList(0, 4);

    @TempDir
    private Path folder;

    /** Trials of each process that was started. */
    private final List<List<String>> done = new ArrayList<>();

    private final List<Boolean> last = new ArrayList<>();
    private final List<WorkingProcess> processes = new ArrayList<>();
    private Set<String> failing = Set.of();
    private Set<String> refused = Set.of();

    private static List<TrialPlan> plans(String yaml) {
        return Plan.of(ScenarioReader.builtIn().parse("sample", yaml).scenario())
                .trials();
    }

    private List<StoredTrial> run(int trialsEach) {
        return run(trialsEach, PLANS);
    }

    private List<StoredTrial> run(int trialsEach, List<TrialPlan> plans) {
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
                WorkingProcess process = new WorkingProcess(order -> {
                    trials.add(order.name());
                    last.add(order.last());
                    return work(plans, order.name(), store);
                });
                processes.add(process);
                return process;
            }
        };
        EngineJob job = EngineJobs.of(new Control(refused), TrialLimits.none(), folder.resolve("logs"), event -> {});
        return new Processes(each -> factory)
                .run(
                        plans.stream()
                                .map(plan -> new QueuedTrial(plan.id(), plan, store))
                                .toList(),
                        job);
    }

    /** Lets all trials begin but these. */
    private record Control(Set<String> refused) implements RunControl {
        @Override
        public boolean mayBegin(String trial) {
            return !refused.contains(trial);
        }

        @Override
        public Running running(String trial, Runnable stop) {
            return new Running() {
                @Override
                public boolean stopped() {
                    return false;
                }

                @Override
                public void close() {}
            };
        }
    }

    private String work(List<TrialPlan> plans, String name, ResultStore store) {
        TrialPlan plan = plans.stream()
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

    /** Of a suite: the trial for which a process was started ahead does not begin, and the next is of another scenario. */
    private void runAroundAnotherScenario(int trialsEach) {
        TrialPlan other = plans(ScenarioSamples.YAML.replaceFirst("title: .*", "title: Another"))
                .get(1);
        refused = Set.of(id(1));
        run(trialsEach, List.of(PLANS.get(0), other, PLANS.get(2)));
    }

    @Test
    void aProcessForOneTrialPreparesItselfOnce() {
        runAroundAnotherScenario(1);

        assertThat(done).containsExactly(List.of(id(0)), List.of(), List.of(id(2)), List.of());
        assertThat(processes).allMatch(process -> process.prepared() == 1).allMatch(process -> !process.isAlive());
    }

    @Test
    void aProcessForSeveralTrialsPreparesItselfForEachScenario() {
        TrialPlan other = plans(ScenarioSamples.YAML.replaceFirst("title: .*", "title: Another"))
                .get(1);
        run(20, List.of(PLANS.get(0), other, PLANS.get(2)));

        assertThat(done).containsExactly(List.of(id(0), id(1), id(2)));
        assertThat(processes).singleElement().matches(process -> process.prepared() == 3);
    }
}
