package peekbench.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.event.RunEvent;

/**
 * What a suite left behind.
 *
 * @param scenarios in the order in which they were run; those after one that was stopped are missing
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record SuiteResult(List<Part> scenarios) {
    /**
     * One scenario of a suite.
     *
     * @param file it was read from
     * @param name of the scenario
     * @param quick whether its small version was run
     * @param result what it left behind; empty when its results could not be written
     * @param error why they could not
     */
    public record Part(Path file, String name, boolean quick, Optional<RunResult> result, Optional<String> error) {
        /** Whether every trial of it completed. */
        public boolean completed() {
            return result.map(RunResult::completed).orElse(false);
        }

        /** Whether somebody stopped it. */
        boolean stopped() {
            return result.map(RunResult::outcome)
                    .filter(outcome -> outcome == RunEvent.Outcome.STOPPED)
                    .isPresent();
        }
    }

    public SuiteResult {
        scenarios = List.copyOf(scenarios);
    }

    /** Whether every trial of every scenario completed. */
    public boolean completed() {
        return outcome() == RunEvent.Outcome.COMPLETED;
    }

    /** How the suite ended; a scenario that was stopped ends it. */
    public RunEvent.Outcome outcome() {
        if (scenarios.stream().anyMatch(Part::stopped)) {
            return RunEvent.Outcome.STOPPED;
        }
        return scenarios.stream().allMatch(Part::completed) ? RunEvent.Outcome.COMPLETED : RunEvent.Outcome.FAILED;
    }
}
