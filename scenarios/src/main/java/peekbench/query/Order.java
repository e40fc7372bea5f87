package peekbench.query;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import peekbench.problem.ConfigurationException;
import peekbench.problem.NearestName;

/**
 * In which order a table comes; rows that are equal in it follow as in a report: by protocol, cut, without a defense first, arm.
 *
 * @param by what is compared; empty for the order of reports
 * @param descending largest first
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Order(Optional<By> by, boolean descending) {
    /** The order of reports. */
    public static final Order OF_REPORTS = new Order(Optional.empty(), false);

    /** What a table can be ordered by. */
    public enum By {
        SCENARIO("scenario"),
        PROTOCOL("protocol"),
        CUT("cut"),
        ARM("arm"),
        SEED("seed"),
        STATUS("status"),
        STARTED("started"),
        SECONDS("seconds"),
        ACCURACY("accuracy"),
        /** What leaked most to any attack, by the measure that the table shows. */
        LEAK("leak");

        private final String label;

        By(String label) {
            this.label = label;
        }

        /** As it is written. */
        public String label() {
            return label;
        }
    }

    /**
     * Reads {@code accuracy}, or {@code -accuracy} for the largest first.
     *
     * @throws ConfigurationException when there is no such order
     */
    public static Order parse(String text) {
        boolean descending = text.startsWith("-");
        String name = descending ? text.substring(1) : text;
        List<String> labels = Arrays.stream(By.values()).map(By::label).toList();
        By by = Arrays.stream(By.values())
                .filter(one -> one.label.equals(name))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("There is no order by (" + name + "); there are "
                        + labels.stream().collect(Collectors.joining(", ")) + ", each also with a hyphen before it for"
                        + " the largest first." + NearestName.hint(name, labels)));
        return new Order(Optional.of(by), descending);
    }
}
