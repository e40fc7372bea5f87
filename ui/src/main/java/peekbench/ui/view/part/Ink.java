package peekbench.ui.view.part;

import javafx.scene.paint.Color;
import peekbench.report.chart.ChartStyle;

/**
 * Colours of what is drawn by hand, in either theme; those of arms are the charts'.
 *
 * @param dark whether the dark theme is on
 */
public record Ink(boolean dark) {
    private static final Color DARK_TEXT = Color.web("#e6e6e6");

    /** Behind everything. */
    public Color background() {
        return dark ? Color.web("#0d1117") : Color.WHITE;
    }

    /** Text. */
    public Color text() {
        return dark ? DARK_TEXT : Color.web("#1f2328");
    }

    /** Text that stands back. */
    public Color muted() {
        return dark ? Color.web("#9aa4af") : Color.web("#59636e");
    }

    /** Where a picture is not there yet. */
    public Color blank() {
        return dark ? Color.web("#21262d") : Color.web("#eaeef2");
    }

    /** Thin lines. */
    public Color line() {
        return dark ? Color.web("#3d444d") : Color.web("#d1d9e0");
    }

    /** What is current. */
    public Color current() {
        return dark ? Color.web("#58a6ff") : Color.web("#0969da");
    }

    /** What is under the pointer. */
    public Color brushed() {
        return dark ? Color.web("#f2cc60") : Color.web("#bf8700");
    }

    /** Failures. */
    public Color danger() {
        return dark ? Color.web("#ff7b72") : Color.web("#c1121f");
    }

    /** An arm's, as in charts; their black is light in the dark theme. */
    public Color arm(int colour) {
        java.awt.Color paper = ChartStyle.colour(colour);
        return dark && paper.equals(ChartStyle.TEXT)
                ? DARK_TEXT
                : Color.rgb(paper.getRed(), paper.getGreen(), paper.getBlue());
    }
}
