package peekbench.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import peekbench.data.format.ImageFolder;
import peekbench.data.format.TableFile;
import peekbench.scenario.DataPlan;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioData;

/** The data of scenarios, each set loaded once for all that use it. For one thread at a time. */
final class LoadedData {
    private final Function<DataPlan, ScenarioData> load;
    private final Map<Source, ScenarioData> loaded = new HashMap<>();
    private final Map<Source, String> hashes = new HashMap<>();

    private record Source(
            String dataset,
            Optional<ImageFolder> images,
            Optional<TableFile> table,
            Optional<String> positiveClass,
            List<String> names) {
        static Source of(DataPlan plan) {
            return new Source(
                    plan.dataset(),
                    plan.imageFolder(),
                    plan.table(),
                    plan.positiveClass(),
                    plan.names().toList());
        }
    }

    /**
     * Data that are loaded as a run's options say.
     *
     * @param listener is told of those that are fetched
     */
    static LoadedData of(RunOptions options, RunListener listener) {
        return new LoadedData(plan -> plan.load(options.datasets(), listener));
    }

    /** @param load reads data sets, fetching what is missing */
    LoadedData(Function<DataPlan, ScenarioData> load) {
        this.load = load;
    }

    /** @throws peekbench.problem.ConfigurationException when they cannot be read */
    synchronized ScenarioData of(Scenario scenario) {
        DataPlan plan = scenario.data();
        return loaded.computeIfAbsent(Source.of(plan), source -> load.apply(plan));
    }

    /** The hash of the content of the victims' data set. */
    synchronized String sha256(Scenario scenario) {
        ScenarioData data = of(scenario);
        return hashes.computeIfAbsent(
                Source.of(scenario.data()), source -> data.dataset().sha256());
    }
}
