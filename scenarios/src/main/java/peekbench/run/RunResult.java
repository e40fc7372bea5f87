package peekbench.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import peekbench.event.RunEvent;
import peekbench.result.StoredTrial;
import peekbench.result.kept.KeptFiles;
import peekbench.result.kept.KeptSizes;

/**
 * What a run left behind.
 *
 * @param folder where results are
 * @param trials those that were there and those that were run, in the order of the plan, failed ones included
 * @param files of the report, the one to open first at the front
 * @param remaining ids of the plan's trials of which there is nothing, since somebody stopped the run
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record RunResult(Path folder, List<StoredTrial> trials, List<Path> files, List<String> remaining) {
    public RunResult {
        trials = List.copyOf(trials);
        files = List.copyOf(files);
        remaining = List.copyOf(remaining);
    }

    /** Whether every trial of the plan completed. */
    public boolean completed() {
        return outcome() == RunEvent.Outcome.COMPLETED;
    }

    /** How the run ended. */
    public RunEvent.Outcome outcome() {
        return outcome(List.of(this));
    }

    /** How a run of several scenarios ended. */
    static RunEvent.Outcome outcome(List<RunResult> all) {
        if (all.stream().anyMatch(one -> !one.remaining.isEmpty())) {
            return RunEvent.Outcome.STOPPED;
        }
        return all.stream().flatMap(one -> one.trials.stream()).allMatch(StoredTrial::completed)
                ? RunEvent.Outcome.COMPLETED
                : RunEvent.Outcome.FAILED;
    }

    /** How much of the trials is kept beside figures and pictures; a victim that several have counts once. */
    public KeptSizes kept() {
        Map<String, Long> victims = new HashMap<>();
        KeptSizes sizes = KeptSizes.NOTHING;
        for (StoredTrial trial : trials) {
            trial.victim().ifPresent(note -> note.key().ifPresent(key -> victims.put(key, note.bytes())));
            KeptFiles kept = trial.kept();
            sizes = sizes.plus(new KeptSizes(
                    0,
                    0,
                    kept.attackers().size(),
                    kept.attackers().stream()
                            .mapToLong(KeptFiles.Attacker::bytes)
                            .sum(),
                    kept.smashed().size(),
                    kept.smashed().stream()
                            .mapToLong(KeptFiles.SmashedData::bytes)
                            .sum()));
        }
        long bytes = victims.values().stream().mapToLong(Long::longValue).sum();
        return sizes.plus(new KeptSizes(victims.size(), bytes, 0, 0, 0, 0));
    }
}
