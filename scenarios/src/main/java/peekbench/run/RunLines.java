package peekbench.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import peekbench.engine.QueuedTrial;
import peekbench.event.Event;
import peekbench.event.EventJson;
import peekbench.event.RunEvent;
import peekbench.result.StoredTrial;

/** The events of a run as a whole. */
final class RunLines {
    private RunLines() {}

    static RunEvent.Run run(String name, PlannedRun.RunTitle title, int workers) {
        Instant now = EventJson.now();
        ProcessHandle self = ProcessHandle.current();
        return new RunEvent.Run(
                now,
                Event.FORMAT,
                name,
                self.pid(),
                self.info().startInstant().orElse(now),
                title.command(),
                title.folder().toString(),
                title.name(),
                workers);
    }

    static RunEvent.Plan plan(List<RunPart> parts) {
        List<RunEvent.Planned> planned = new ArrayList<>();
        for (RunPart part : parts) {
            Set<String> missing = part.missing().stream().map(QueuedTrial::name).collect(Collectors.toSet());
            part.trials()
                    .forEach(trial -> planned.add(new RunEvent.Planned(trial.name(), !missing.contains(trial.name()))));
        }
        List<RunEvent.Pair> leftOut = parts.stream()
                .flatMap(part -> part.plan().leftOut().stream())
                .map(pair ->
                        new RunEvent.Pair(pair.protocolLabel().orElse(""), pair.kind(), pair.label(), pair.reason()))
                .distinct()
                .toList();
        return new RunEvent.Plan(EventJson.now(), planned, leftOut);
    }

    static RunEvent.RunDone done(List<RunResult> results) {
        List<StoredTrial> trials =
                results.stream().flatMap(result -> result.trials().stream()).toList();
        int completed =
                Math.toIntExact(trials.stream().filter(StoredTrial::completed).count());
        return new RunEvent.RunDone(
                EventJson.now(),
                RunResult.outcome(results),
                completed,
                trials.size() - completed,
                results.stream().mapToInt(result -> result.remaining().size()).sum(),
                results.stream()
                        .flatMap(result -> result.files().stream())
                        .map(Path::toString)
                        .toList());
    }
}
