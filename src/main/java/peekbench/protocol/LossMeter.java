package peekbench.protocol;

/** The mean loss over the records of an epoch. */
final class LossMeter {
    private double sum;
    private long count;

    /** Takes note of a batch's mean loss. */
    void add(double loss, long records) {
        sum += loss * records;
        count += records;
    }

    /** The mean since the last call; NaN after nothing. */
    double take() {
        double mean = count == 0 ? Double.NaN : sum / count;
        sum = 0;
        count = 0;
        return mean;
    }
}
