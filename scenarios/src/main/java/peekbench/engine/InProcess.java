package peekbench.engine;

import com.google.auto.service.AutoService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import peekbench.metric.MetricProvider;
import peekbench.plan.TrialPlan;
import peekbench.registry.Name;
import peekbench.registry.Summary;
import peekbench.result.Beginning;
import peekbench.result.StoredTrial;
import peekbench.result.TrialWriter;
import peekbench.result.file.ResultStoreException;
import peekbench.trial.TrialReporter;
import peekbench.trial.TrialRunner;

/** Runs trials on threads of this process: for debugging, and for programs that bring their own limits. */
@Name(EngineProvider.IN_PROCESS)
@Summary("trials on threads of one process; a native crash takes all along")
final class InProcess implements TrialEngine {

    /** Offers it. */
    @AutoService(EngineProvider.class)
    public static final class Provider implements EngineProvider {
        @Override
        public Class<?> described() {
            return InProcess.class;
        }

        @Override
        public TrialEngine engine() {
            return new InProcess();
        }
    }

    /** Those that another run is writing come last: what it completes is taken. */
    @Override
    public List<StoredTrial> run(List<QueuedTrial> trials, EngineJob job) {
        Map<Path, TrialRunner> runners = runners(trials, job);
        Set<QueuedTrial> elsewhere = ConcurrentHashMap.newKeySet();
        List<StoredTrial> stored = new ArrayList<>(SideBySide.run(trials, job, trial -> {
            Beginning beginning =
                    trial.store().begin(trial.key(), job.provenance().apply(trial), job.existing());
            if (beginning instanceof Beginning.Elsewhere) {
                elsewhere.add(trial);
            }
            return one(trial, beginning, job, runners);
        }));
        List<QueuedTrial> waiting = trials.stream().filter(elsewhere::contains).toList();
        stored.addAll(SideBySide.run(
                waiting,
                job,
                trial -> one(
                        trial,
                        trial.store().beginWaiting(trial.key(), job.provenance().apply(trial), job.existing()),
                        job,
                        runners)));
        return stored;
    }

    /** One a result folder, since trials share what they compute within it. */
    private static Map<Path, TrialRunner> runners(List<QueuedTrial> trials, EngineJob job) {
        Map<TrialPlan, String> names = trials.stream().collect(Collectors.toMap(QueuedTrial::plan, QueuedTrial::name));
        TrialReporter reporter = new TrialReporter(
                ProcessHandle.current().pid(), 1, plan -> names.getOrDefault(plan, plan.id()), job.events());
        Map<Path, TrialRunner> runners = new HashMap<>();
        trials.forEach(trial -> runners.computeIfAbsent(
                trial.store().path(),
                results -> new TrialRunner(
                        job.data(), job.catalogue().of(MetricProvider.KIND).providers(), reporter, results)));
        return runners;
    }

    private static Optional<StoredTrial> one(
            QueuedTrial trial, Beginning beginning, EngineJob job, Map<Path, TrialRunner> runners) {
        if (beginning instanceof Beginning.Complete complete) {
            job.events().accept(TrialEnds.of(trial.name(), complete.trial()));
            return Optional.of(complete.trial());
        }
        return beginning instanceof Beginning.Writing writing
                ? write(
                        trial,
                        writing.writer(),
                        job,
                        Objects.requireNonNull(runners.get(trial.store().path())))
                : Optional.empty();
    }

    private static Optional<StoredTrial> write(
            QueuedTrial trial, TrialWriter writer, EngineJob job, TrialRunner runner) {
        try (RunControl.Running running = job.control().running(trial.name(), writer::close)) {
            try {
                StoredTrial stored = runner.run(trial.plan(), writer);
                job.events().accept(TrialEnds.of(trial.name(), stored));
                return Optional.of(stored);
            } catch (ResultStoreException | IllegalStateException e) {
                if (running.stopped()) {
                    job.events().accept(TrialEnds.stopped(trial.name(), 0));
                    return Optional.empty();
                }
                job.events().accept(TrialEnds.failed(trial.name(), 1, e.toString()));
                throw e;
            }
        }
    }
}
