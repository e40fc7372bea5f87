package peekbench.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import peekbench.data.Dataset;
import peekbench.data.LoadProgress;
import peekbench.data.format.OwnData;
import peekbench.scenario.DataPlan;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioData;
import peekbench.training.ProtocolOptions;

/** The data of scenarios, each set loaded once for all that use it. For one thread at a time. */
final class LoadedData {
    private final Function<DataPlan, ScenarioData> load;
    private final LoadProgress listener;
    private final Map<Source, ScenarioData> loaded = new HashMap<>();
    private final Map<Source, String> hashes = new HashMap<>();

    private record Source(String dataset, Optional<OwnData> own, Optional<String> positiveClass, List<String> names) {
        static Source of(DataPlan plan) {
            return new Source(
                    plan.dataset(),
                    plan.own(),
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
        return new LoadedData(plan -> plan.load(options.datasets(), listener), listener);
    }

    /** @param load reads data sets, fetching what is missing */
    LoadedData(Function<DataPlan, ScenarioData> load) {
        this(load, LoadProgress.none());
    }

    private LoadedData(Function<DataPlan, ScenarioData> load, LoadProgress listener) {
        this.load = load;
        this.listener = listener;
    }

    /** @throws peekbench.problem.ConfigurationException when they cannot be read */
    synchronized ScenarioData of(Scenario scenario) {
        DataPlan plan = scenario.data();
        return loaded.computeIfAbsent(Source.of(plan), source -> {
            ScenarioData data = load.apply(plan);
            remarkOnGroups(scenario, data.dataset());
            return data;
        });
    }

    /** Where a client has about one group, what is learned of a client is learned of a group, as of one patient. */
    private void remarkOnGroups(Scenario scenario, Dataset dataset) {
        dataset.groupName().ifPresent(group -> {
            long groups = IntStream.range(0, dataset.size())
                    .map(record -> dataset.group(record).orElseThrow())
                    .distinct()
                    .count();
            int clients = scenario.allProtocols().stream()
                    .mapToInt(ProtocolOptions::clients)
                    .max()
                    .orElse(1);
            if (groups < 2L * clients) {
                listener.remarked("There are " + groups + " groups (" + group + ") for up to " + clients
                        + " clients, about one each: whoever knows which client a record is of knows its group.");
            }
        });
    }

    /** The hash of the content of the victims' data set. */
    synchronized String sha256(Scenario scenario) {
        ScenarioData data = of(scenario);
        return hashes.computeIfAbsent(
                Source.of(scenario.data()), source -> data.dataset().sha256());
    }
}
