package peekbench.ui.view.part;

import javafx.scene.paint.Color;
import peekbench.report.chart.ChartStyle;
import peekbench.report.chart.ChartTheme;
import peekbench.ui.service.WindowSettings;

/**
 * Colours and size of what is drawn by hand, in either theme; colours of arms are the charts'.
 *
 * @param dark whether the dark theme is on
 * @param em how much larger than usual text is
 */
public record Ink(boolean dark, double em) {
    /** As a person set it. */
    public static Ink of(WindowSettings settings) {
        return new Ink(settings.dark(), settings.em());
    }

    /** Behind everything. */
    public Color background() {
        return of(charts().background());
    }

    /** Text. */
    public Color text() {
        return of(charts().text());
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

    /** An arm's, as in charts. */
    public Color arm(int colour) {
        return of(charts().of(ChartStyle.colour(colour)));
    }

    /** What charts beside it stand on. */
    public ChartTheme charts() {
        return dark ? ChartTheme.DARK : ChartTheme.PAPER;
    }

    private static Color of(java.awt.Color colour) {
        return Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue());
    }
}
