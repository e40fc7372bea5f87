package peekbench.run;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import peekbench.event.Event;
import peekbench.event.TrialEvent;
import peekbench.plan.Plan;
import peekbench.plan.TrialPlan;

/** Tells a listener of the events of a run. */
final class RunEvents implements Consumer<Event> {
    private final RunListener listener;
    private final Map<String, TrialPlan> trials;

    RunEvents(Plan plan, RunListener listener) {
        this.listener = listener;
        this.trials = plan.trials().stream().collect(Collectors.toMap(TrialPlan::id, Function.identity()));
    }

    @Override
    public void accept(Event event) {
        if (event instanceof TrialEvent trial) {
            Optional.ofNullable(trials.get(trial.trial())).ifPresent(plan -> tell(plan, trial));
        }
        listener.event(event);
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
