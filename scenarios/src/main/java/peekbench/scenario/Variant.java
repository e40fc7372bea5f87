package peekbench.scenario;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import peekbench.binding.AxisValue;

/**
 * A scenario that one combination of its axes' values gives.
 *
 * @param scenario with the values in their places
 * @param values in the order of the axes; empty for a scenario without axes
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Variant(Scenario scenario, List<AxisValue> values) {
    public Variant {
        values = List.copyOf(values);
    }

    /** A scenario without axes. */
    public static Variant of(Scenario scenario) {
        return new Variant(scenario, List.of());
    }

    /** For a person: {@code training.epochs 5, model alexnet}. */
    public static String text(List<AxisValue> values) {
        return values.stream().map(AxisValue::toString).collect(Collectors.joining(", "));
    }
}
