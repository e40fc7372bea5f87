package peekbench.attack.search;

/**
 * When a loss on an attacker's own records no longer falls: when it has not got below {@code 1 - improvement} of the loss at
 * which it last did so within {@code patience} epochs. A loss that is no number counts as one that did not fall.
 */
public final class Plateau {
    private final double improvement;
    private final int patience;
    private double mark = Double.POSITIVE_INFINITY;
    private int waited;

    /**
     * @param improvement a share of the loss, from 0 to below 1
     * @param patience epochs, at least 1
     */
    public Plateau(double improvement, int patience) {
        this.improvement = improvement;
        this.patience = patience;
    }

    /** Takes note of the loss after an epoch. */
    public void add(double loss) {
        if (loss < (1 - improvement) * mark) {
            mark = loss;
            waited = 0;
        } else {
            waited++;
        }
    }

    /** Whether training should end. */
    public boolean reached() {
        return waited >= patience;
    }
}
