package peekbench.attack.decoder;

import java.util.Arrays;
import peekbench.nn.model.ReconstructionNetwork;
import peekbench.problem.ConfigurationException;

/** How much network the attacker trains. */
public enum Capacity {
    TINY("tiny", 8, 16, 0),
    SMALL("small", 16, 64, 0),
    MEDIUM("medium", 32, 256, 0),
    LARGE("large", 64, 1024, 0),
    /** Large, with two residual blocks: several times the work. */
    RESIDUAL("residual", 64, 1024, 2);

    private final String label;
    private final int channels;
    private final int hiddenUnits;
    private final int residualBlocks;

    Capacity(String label, int channels, int hiddenUnits, int residualBlocks) {
        this.label = label;
        this.channels = channels;
        this.hiddenUnits = hiddenUnits;
        this.residualBlocks = residualBlocks;
    }

    /** The capacity of that name. */
    static Capacity of(String label) {
        return Arrays.stream(values())
                .filter(capacity -> capacity.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        "The decoder has no capacity (" + label + "); its capacities are " + names() + "."));
    }

    /** All names, the smallest first. */
    static String names() {
        return String.join(", ", Arrays.stream(values()).map(Capacity::label).toList());
    }

    /** The name in scenarios and tables. */
    public String label() {
        return label;
    }

    /** How wide the attacker's network is. */
    ReconstructionNetwork.Width width() {
        return new ReconstructionNetwork.Width(channels, hiddenUnits, residualBlocks);
    }
}
