package peekbench.run;

import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;
import peekbench.event.RunEvent;

/**
 * What a suite left behind.
 *
 * @param scenarios in the order of their files
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record SuiteResult(List<Part> scenarios) {
    /**
     * One scenario of a suite.
     *
     * @param file it was read from
     * @param name of the scenario
     * @param quick whether its small version was run
     * @param result what it left behind
     */
    public record Part(Path file, String name, boolean quick, RunResult result) {}

    public SuiteResult {
        scenarios = List.copyOf(scenarios);
    }

    /** Whether every trial of every scenario completed. */
    public boolean completed() {
        return outcome() == RunEvent.Outcome.COMPLETED;
    }

    /** How the suite ended. */
    public RunEvent.Outcome outcome() {
        return RunResult.outcome(scenarios.stream().map(Part::result).toList());
    }
}
