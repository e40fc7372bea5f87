package peekbench.attack.decoder;

import java.util.Arrays;
import peekbench.problem.ConfigurationException;

/** How much network the attacker trains. */
public enum Capacity {
    SMALL("small", 16, 1, 64),
    MEDIUM("medium", 32, 2, 256),
    LARGE("large", 64, 2, 1024);

    private final String label;
    private final int channels;
    private final int hiddenLayers;
    private final int hiddenUnits;

    Capacity(String label, int channels, int hiddenLayers, int hiddenUnits) {
        this.label = label;
        this.channels = channels;
        this.hiddenLayers = hiddenLayers;
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

    /** Feature maps of the first convolution; those behind it have half as many. */
    int channels() {
        return channels;
    }

    /** Layers before the last. */
    int hiddenLayers() {
        return hiddenLayers;
    }

    /** Width of dense layers. */
    int hiddenUnits() {
        return hiddenUnits;
    }
}
