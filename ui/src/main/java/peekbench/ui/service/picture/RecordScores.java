package peekbench.ui.service.picture;

import java.util.Arrays;
import peekbench.report.estimate.Column;

/** One number a record, by place in the arrays. */
public final class RecordScores {
    private final Column column;
    private final double[] values;

    /** @param column what is measured */
    public RecordScores(Column column, double[] values) {
        this.column = column;
        this.values = values.clone();
    }

    /** What is measured. */
    public Column column() {
        return column;
    }

    /** How many records have one. */
    public int size() {
        return values.length;
    }

    /** Of one place. */
    public double at(int place) {
        return values[place];
    }

    /** All, by place. */
    public double[] toArray() {
        return values.clone();
    }

    /** Mean of all; NaN without any. */
    public double mean() {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** As tables write it. */
    public String text(int place) {
        return place < values.length ? column.metric().format().write(values[place]) : "";
    }
}
