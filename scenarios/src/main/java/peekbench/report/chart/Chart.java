package peekbench.report.chart;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jfree.chart.JFreeChart;
import peekbench.report.estimate.SeedGroup;
import peekbench.result.StoredTrial;

/** The charts over finished trials, for files and for the window alike, in the order in which both show them. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public enum Chart {
    /**
     * What a network is worth against what leaks, one point an arm with its name: what the strongest attack got of unseen records by
     * SSIM, and how many of them it finds; where nobody reconstructs, what the strongest attack on labels or membership got. Seeds are
     * dots, intervals over them, or the range of few, are drawn for up to eight arms.
     */
    TRADE_OFF(
            "tradeoff",
            "Trade-off",
            new FigureFile(760, 440),
            "What each arm is worth and what it leaks to the strongest attacker.",
            "A trade-off needs at least two arms that completed and that somebody attacked.",
            TradeOffChart::of),
    /** Members found by attacks on membership against false alarms, on logarithmic axes, one panel an attack. */
    ROC(
            "roc",
            "Membership",
            new FigureFile(760, 420),
            "Records trained on that an attacker finds, against others that it takes for such, both logarithmic.",
            "No attack was on membership.",
            RocChart::of),
    /**
     * Test accuracy and losses over the epochs: one colour a seed group, mean over its seeds with a band for the 95 %
     * interval (Student's t) when there are three or more, and for the range of two.
     */
    CURVES(
            "curves",
            "Training",
            new FigureFile(620, 560),
            "Training, on unseen records unless dashed.",
            "No trial trained an epoch.",
            CurvesChart::of),
    /** Test accuracy against operations of the clients and bytes sent so far, one line a seed group. */
    COST(
            "cost",
            "Cost",
            new FigureFile(760, 400),
            "Accuracy against what training has cost so far, logarithmic costs.",
            "Costs are compared between at least two protocols or cuts that sent something.",
            CostChart::of);

    /** More than these have no colours and no room in a legend: {@link peekbench.report.table.AttackMatrix} shows them. */
    private static final int MOST_GROUPS = 24;

    private final String fileName;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // a record of two numbers
    private final FigureFile file;

    private final String caption;
    private final String whenEmpty;

    @SuppressWarnings("ImmutableEnumChecker") // a method without state
    private final Function<List<StoredTrial>, Optional<JFreeChart>> drawing;

    Chart(
            String fileName,
            String title,
            FigureFile file,
            String caption,
            String whenEmpty,
            Function<List<StoredTrial>, Optional<JFreeChart>> drawing) {
        this.fileName = fileName;
        this.title = title;
        this.file = file;
        this.caption = caption;
        this.whenEmpty = whenEmpty;
        this.drawing = drawing;
    }

    /**
     * The chart of trials; empty when they have nothing to show in it, which {@link #whenEmpty} explains, or when there are
     * more seed groups than can be told apart.
     */
    public Optional<JFreeChart> of(List<StoredTrial> trials) {
        return SeedGroup.of(trials).size() > MOST_GROUPS ? Optional.empty() : drawing.apply(trials);
    }

    /** Name of its files, without what says their format. */
    public String fileName() {
        return fileName;
    }

    /** A word or two, as on a tab. */
    public String title() {
        return title;
    }

    /** Writes it in the size that suits it. */
    public FigureFile file() {
        return file;
    }

    /** What it shows, a sentence. */
    public String caption() {
        return caption;
    }

    /** Why there is none, a sentence. */
    public String whenEmpty() {
        return whenEmpty;
    }
}
