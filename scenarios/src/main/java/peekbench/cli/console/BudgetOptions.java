package peekbench.cli.console;

import java.util.Optional;
import peekbench.scenario.Budget;
import picocli.CommandLine.Option;

/** Options that bound what a suite may take. */
public final class BudgetOptions {
    @Option(
            names = "--time",
            paramLabel = "TIME",
            description = {
                "What a suite may take on the clock, in place of the budgets of its scenarios: 90s, 30m, 8h, 2d.",
                "The first seed of all scenarios is run before the second of any, so what is finished is balanced."
            })
    private Optional<String> time = Optional.empty();

    @Option(
            names = "--disk",
            paramLabel = "SIZE",
            description = "What the result folders of a suite may hold together at its end: 500MB, 20GB, 1TB.")
    private Optional<String> disk = Optional.empty();

    /**
     * What was given; unlimited without either.
     *
     * @throws peekbench.problem.ConfigurationException when they are no time and no size
     */
    public Budget budget() {
        return new Budget(time, disk);
    }
}
