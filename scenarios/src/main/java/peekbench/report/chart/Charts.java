package peekbench.report.chart;

import java.util.List;
import java.util.Optional;
import org.jfree.chart.JFreeChart;
import peekbench.report.estimate.SeedGroup;
import peekbench.result.StoredTrial;

/** The charts over finished trials, for files and for the window alike. */
public final class Charts {
    /** More than these have no colours and no room in a legend: {@link peekbench.report.table.AttackMatrix} shows them. */
    private static final int MOST_GROUPS = 24;

    private Charts() {}

    private static boolean tooMany(List<StoredTrial> trials) {
        return SeedGroup.of(trials).size() > MOST_GROUPS;
    }

    /**
     * Test accuracy and losses over the epochs: one colour a seed group, mean over its seeds with a band for the 95 %
     * interval (Student's t) when there are several.
     *
     * @return nothing when no trial trained an epoch, or there are more seed groups than can be told apart
     */
    public static Optional<JFreeChart> curves(List<StoredTrial> trials) {
        List<StoredTrial> trained =
                trials.stream().filter(trial -> !trial.epochs().isEmpty()).toList();
        return trained.isEmpty() || tooMany(trained) ? Optional.empty() : Optional.of(CurvesChart.of(trained));
    }

    /**
     * Test accuracy against operations of the clients and bytes sent so far, one line a seed group.
     *
     * @return nothing unless at least two protocols or cuts sent something, or with too many seed groups
     */
    public static Optional<JFreeChart> cost(List<StoredTrial> trials) {
        return tooMany(trials) ? Optional.empty() : CostChart.of(trials);
    }

    /**
     * Members found by attacks on membership against false alarms, on logarithmic axes, one panel an attack.
     *
     * @return nothing when nobody attacked membership, or with too many seed groups
     */
    public static Optional<JFreeChart> roc(List<StoredTrial> trials) {
        return tooMany(trials) ? Optional.empty() : RocChart.of(trials);
    }

    /**
     * Accuracy against what leaks, one point an arm: against SSIM of the strongest attacker on unseen records, and
     * against bias-corrected distance correlation, with intervals over seeds. Where nobody reconstructs, against what the
     * strongest attack on labels gets.
     *
     * @return nothing unless at least two arms completed and have scores, or with too many seed groups
     */
    public static Optional<JFreeChart> tradeOff(List<StoredTrial> trials) {
        return tooMany(trials) ? Optional.empty() : TradeOffChart.of(trials);
    }
}
