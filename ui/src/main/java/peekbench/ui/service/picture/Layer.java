package peekbench.ui.service.picture;

/** What is shown of an original and its reconstruction. */
public enum Layer {
    /** The private record. */
    ORIGINAL("original"),
    /** What the attack made of it. */
    MADE("reconstruction"),
    /** {@code |original - reconstruction|}, mean of channels, from 0 to 0.5. */
    ERROR("error"),
    /** {@code reconstruction - original}, mean of channels, from -0.5 to 0.5. */
    SIGNED("signed error");

    private final String label;

    Layer(String label) {
        this.label = label;
    }

    /** In words. */
    public String label() {
        return label;
    }
}
