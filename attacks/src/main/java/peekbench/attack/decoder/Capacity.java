package peekbench.attack.decoder;

import java.util.Arrays;
import peekbench.nn.ReconstructionNetwork;
import peekbench.problem.ConfigurationException;

/** How much network the attacker trains. */
public enum Capacity {
    SMALL("small", 16, 64),
    MEDIUM("medium", 32, 256),
    LARGE("large", 64, 1024);

    private final String label;
    private final int channels;
    private final int hiddenUnits;

    Capacity(String label, int channels, int hiddenUnits) {
        this.label = label;
        this.channels = channels;
        this.hiddenUnits = hiddenUnits;
    }

    /** The capacity of that name. */
    static Capacity of(String label) {
        return Arrays.stream(values())
                .filter(capacity -> capacity.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        "The decoder has no capacity (" + label + "); its capacities are small, medium, large."));
    }

    /** The name in scenarios and tables. */
    public String label() {
        return label;
    }

    /** How wide the attacker's network is. */
    ReconstructionNetwork.Width width() {
        return new ReconstructionNetwork.Width(channels, hiddenUnits);
    }
}
