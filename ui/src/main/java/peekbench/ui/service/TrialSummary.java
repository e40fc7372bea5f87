package peekbench.ui.service;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import peekbench.report.estimate.Column;

/**
 * One trial of a result folder, as a line of the table.
 *
 * @param id names the trial in its folder
 * @param protocol who sent what to whom
 * @param cut where the network was split
 * @param arm label of the defenses
 * @param seed of every random number
 * @param failure what ended the trial, when an error did; the trial stays in the table
 * @param accuracy the victims' test accuracy after the last epoch, in [0,1]
 * @param similarity mean SSIM of the strongest attack on records that nobody trained on
 * @param further by metrics of plug-ins
 */
public record TrialSummary(
        String id,
        String protocol,
        String cut,
        String arm,
        long seed,
        Optional<String> failure,
        OptionalDouble accuracy,
        OptionalDouble similarity,
        List<Figure> further) {
    public TrialSummary {
        further = List.copyOf(further);
    }

    /**
     * What the strongest attack got by another metric.
     *
     * @param column the metric's in tables
     * @param value on records that nobody trained on
     */
    public record Figure(Column column, double value) {}

    /** The figure of a column; empty where the trial has none. */
    public OptionalDouble further(Column column) {
        return further.stream()
                .filter(figure -> figure.column().equals(column))
                .mapToDouble(Figure::value)
                .findFirst();
    }
}
