package peekbench.metric;

import java.util.Locale;
import org.apiguardian.api.API;

/** How a figure is written in tables. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public enum FigureFormat {
    PERCENT("%.1f%%", 100),
    WHOLE("%.0f", 1),
    ONE("%.1f", 1),
    TWO("%.2f", 1),
    THREE("%.3f", 1),
    FOUR("%.4f", 1);

    private final String pattern;
    private final double factor;

    FigureFormat(String pattern, double factor) {
        this.pattern = pattern;
        this.factor = factor;
    }

    /** A value as text; infinity is ∞. */
    public String write(double value) {
        return Double.isInfinite(value) ? "\u221e" : String.format(Locale.ROOT, pattern, value * factor);
    }
}
