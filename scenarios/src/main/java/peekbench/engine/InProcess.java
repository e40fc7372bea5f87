package peekbench.engine;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import peekbench.metric.MetricProvider;
import peekbench.plan.TrialPlan;
import peekbench.registry.Name;
import peekbench.registry.Summary;
import peekbench.result.Beginning;
import peekbench.result.StoredTrial;
import peekbench.result.TrialWriter;
import peekbench.result.file.ResultStoreException;
import peekbench.trial.TrialRecords;
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
    public List<StoredTrial> run(List<TrialPlan> plans, EngineJob job) {
        TrialReporter reporter = new TrialReporter(ProcessHandle.current().pid(), 1, TrialPlan::id, job.events());
        TrialRunner runner = new TrialRunner(
                job.data(),
                job.catalogue().of(MetricProvider.KIND).providers(),
                reporter,
                job.store().path());
        Set<TrialPlan> elsewhere = ConcurrentHashMap.newKeySet();
        List<StoredTrial> stored = new ArrayList<>(SideBySide.run(plans, job, plan -> {
            Beginning beginning =
                    job.store().begin(TrialRecords.key(plan), job.provenance().apply(plan), job.existing());
            if (beginning instanceof Beginning.Elsewhere) {
                elsewhere.add(plan);
            }
            return one(plan, beginning, job, runner);
        }));
        List<TrialPlan> waiting = plans.stream().filter(elsewhere::contains).toList();
        stored.addAll(SideBySide.run(
                waiting,
                job,
                plan -> one(
                        plan,
                        job.store()
                                .beginWaiting(
                                        TrialRecords.key(plan), job.provenance().apply(plan), job.existing()),
                        job,
                        runner)));
        return stored;
    }

    private static Optional<StoredTrial> one(TrialPlan plan, Beginning beginning, EngineJob job, TrialRunner runner) {
        if (beginning instanceof Beginning.Complete complete) {
            job.events().accept(TrialEnds.of(plan.id(), complete.trial()));
            return Optional.of(complete.trial());
        }
        return beginning instanceof Beginning.Writing writing
                ? write(plan, writing.writer(), job, runner)
                : Optional.empty();
    }

    private static Optional<StoredTrial> write(TrialPlan plan, TrialWriter writer, EngineJob job, TrialRunner runner) {
        try (RunControl.Running running = job.control().running(plan.id(), writer::close)) {
            try {
                StoredTrial stored = runner.run(plan, writer);
                job.events().accept(TrialEnds.of(plan.id(), stored));
                return Optional.of(stored);
            } catch (ResultStoreException | IllegalStateException e) {
                if (running.stopped()) {
                    job.events().accept(TrialEnds.stopped(plan.id(), 0));
                    return Optional.empty();
                }
                job.events().accept(TrialEnds.failed(plan.id(), 1, e.toString()));
                throw e;
            }
        }
    }
}
