package peekbench.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import peekbench.event.Event;
import peekbench.event.EventJson;
import peekbench.event.RunEvent;
import peekbench.plan.Plan;
import peekbench.plan.TrialPlan;
import peekbench.result.StoredTrial;

/** The events of a run as a whole. */
final class RunLines {
    private RunLines() {}

    static RunEvent.Run run(String name, Plan plan, RerunCommand rerun, int workers) {
        Instant now = EventJson.now();
        ProcessHandle self = ProcessHandle.current();
        return new RunEvent.Run(
                now,
                Event.FORMAT,
                name,
                self.pid(),
                self.info().startInstant().orElse(now),
                rerun.ofRun(),
                rerun.folder().toString(),
                plan.trials().get(0).scenario().name(),
                workers);
    }

    static RunEvent.Plan plan(Plan plan, List<TrialPlan> missing) {
        Set<TrialPlan> open = new HashSet<>(missing);
        return new RunEvent.Plan(
                EventJson.now(),
                plan.trials().stream()
                        .map(trial -> new RunEvent.Planned(trial.id(), !open.contains(trial)))
                        .toList(),
                plan.leftOut().stream()
                        .map(pair -> new RunEvent.Pair(
                                pair.protocolLabel().orElse(""), pair.kind(), pair.label(), pair.reason()))
                        .toList());
    }

    static RunEvent.RunDone done(RunResult result) {
        int completed = Math.toIntExact(
                result.trials().stream().filter(StoredTrial::completed).count());
        return new RunEvent.RunDone(
                EventJson.now(),
                result.outcome(),
                completed,
                result.trials().size() - completed,
                result.remaining().size(),
                result.files().stream().map(Path::toString).toList());
    }
}
