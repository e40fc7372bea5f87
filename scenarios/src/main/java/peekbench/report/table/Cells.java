package peekbench.report.table;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;

/** Headings and cells that tables share, whether a terminal, a report or a window shows them. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class Cells {
    public static final String PROTOCOL = "Protocol";
    public static final String CUT = "Cut";
    public static final String ARM = "Arm";
    public static final String SEED = "Seed";
    static final String ATTACK_OR_REFERENCE = "Attack or reference";
    static final String RECORDS = "Records";
    /** Where there is no figure. */
    public static final String NONE = "\u2013";

    private Cells() {}

    /** A figure as its column writes it, or a dash. */
    public static String text(Column column, Optional<Estimate> estimate) {
        return estimate.map(column::write).orElse(NONE);
    }

    /** The figure of one trial, without an interval; a dash also for what is not a number. */
    public static String text(Column column, OptionalDouble value) {
        return text(column, Estimate.of(value.stream().toArray(), Optional.empty()));
    }
}
