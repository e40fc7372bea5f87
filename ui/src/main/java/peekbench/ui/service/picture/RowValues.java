package peekbench.ui.service.picture;

/** One column of a table, a number a record. */
public final class RowValues {
    private final double[] values;

    /** @param values by record */
    public RowValues(double[] values) {
        this.values = values.clone();
    }

    /** Of one record. */
    public double at(int record) {
        return values[record];
    }

    /** How many records. */
    public int size() {
        return values.length;
    }
}
