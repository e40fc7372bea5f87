package peekbench.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import peekbench.event.Event;
import peekbench.event.EventJson;
import peekbench.event.RunEvent;
import peekbench.event.TrialEvent;
import peekbench.plan.TrialPlan;

/** Tells a listener of the events of a run. */
final class RunEvents implements Consumer<Event> {
    private final Consumer<Event> journal;
    private final RunListener listener;
    private final Map<String, TrialPlan> trials;
    private final Set<String> complete = ConcurrentHashMap.newKeySet();
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    /**
     * @param trials by the names that events give them
     * @param journal hears them first
     */
    RunEvents(Map<String, TrialPlan> trials, Consumer<Event> journal, RunListener listener) {
        this.journal = journal;
        this.listener = listener;
        this.trials = Map.copyOf(trials);
    }

    @Override
    public void accept(Event event) {
        journal.accept(event);
        count(event);
        if (event instanceof TrialEvent trial) {
            Optional.ofNullable(trials.get(trial.trial())).ifPresent(plan -> tell(plan, trial));
        }
        listener.event(event);
    }

    private void count(Event event) {
        if (event instanceof RunEvent.Plan plan) {
            plan.trials().stream().filter(RunEvent.Planned::complete).forEach(trial -> complete.add(trial.id()));
        } else if (event instanceof TrialEvent.Done done) {
            complete.add(done.trial());
        } else if (event instanceof TrialEvent.Failed attempt && !attempt.again()) {
            failed.add(attempt.trial());
        }
    }

    /** The last line of a run that ends before it has a result. */
    RunEvent.RunDone ended(RunEvent.Outcome outcome) {
        return new RunEvent.RunDone(
                EventJson.now(),
                outcome,
                complete.size(),
                failed.size(),
                trials.size() - complete.size() - failed.size(),
                List.of());
    }

    private void tell(TrialPlan plan, TrialEvent event) {
        if (event instanceof TrialEvent.Started) {
            listener.started(plan);
        } else if (event instanceof TrialEvent.Epoch epoch) {
            listener.epoch(plan, epoch.metrics(), epoch.epochs());
        } else if (event instanceof TrialEvent.Attack attack) {
            String place = attack.place() + " of " + attack.of();
            listener.phase(plan, "attack " + attack.attack(), attack.share(), place);
        } else if (event instanceof TrialEvent.Progress progress) {
            listener.phase(plan, progress.what(), progress.share(), progress.detail());
        } else if (event instanceof TrialEvent.Done) {
            listener.finished(plan, Optional.empty());
        } else if (event instanceof TrialEvent.Failed failed && !failed.again()) {
            listener.finished(plan, Optional.of(failed.error()));
        }
    }
}
