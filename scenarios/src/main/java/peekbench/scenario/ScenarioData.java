package peekbench.scenario;

import java.util.Map;
import org.apiguardian.api.API;
import peekbench.data.Dataset;
import peekbench.nn.array.Shape;

/**
 * The data sets of a scenario.
 *
 * @param dataset the victims'
 * @param others those that attackers bring along, by name
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record ScenarioData(Dataset dataset, Map<String, Dataset> others) {
    public ScenarioData {
        others = Map.copyOf(others);
    }

    /** Those of a scenario whose attackers bring along none. */
    public static ScenarioData of(Dataset dataset) {
        return new ScenarioData(dataset, Map.of());
    }

    /**
     * What is known of the victims' data set without a look at its records.
     *
     * @param example shape of a record
     * @param outputs how many numbers a network answers with
     * @param size records in all
     */
    public record Extent(Shape example, int outputs, int size) {}

    /** How large the victims' data set is. */
    public Extent extent() {
        return new Extent(dataset.exampleShape(), dataset.task().outputs(), dataset.size());
    }

    /**
     * A data set that attackers bring along.
     *
     * @throws IllegalArgumentException when it was not loaded
     */
    public Dataset other(String name) {
        Dataset other = others.get(name);
        if (other == null) {
            throw new IllegalArgumentException(
                    "The data set (" + name + ") of attackers was not loaded; there are " + others.keySet() + ".");
        }
        return other;
    }
}
