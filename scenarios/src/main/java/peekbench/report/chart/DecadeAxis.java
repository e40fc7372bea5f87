package peekbench.report.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A logarithmic axis with ticks at round numbers: at powers of ten, or also at 2 and 5 times these, or at all their multiples,
 * whatever is the first to give enough. JFreeChart's own steps are equal parts of a decade, such as 0.1259 and 0.1585.
 */
final class DecadeAxis extends LogAxis {
    private static final long serialVersionUID = 1;
    private static final List<List<Integer>> MULTIPLES =
            List.of(List.of(1), List.of(1, 2, 5), List.of(1, 2, 3, 4, 5, 6, 7, 8, 9));
    private static final int ENOUGH = 4;

    DecadeAxis(String label) {
        super(label);
        setBase(10);
        setSmallestValue(1e-6);
        ChartStyle.style(this);
    }

    @Override
    @SuppressWarnings("rawtypes") // as in the library
    public List refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        List<Double> places = places();
        if (places.size() < 2) {
            return super.refreshTicks(graphics, state, area, edge);
        }
        boolean horizontal = RectangleEdge.isTopOrBottom(edge);
        TextAnchor anchor = horizontal ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        DecimalFormat format = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return places.stream()
                .map(place -> new NumberTick(place, format.format(place), anchor, TextAnchor.CENTER, 0))
                .toList();
    }

    private List<Double> places() {
        return MULTIPLES.stream()
                .map(this::places)
                .filter(places -> places.size() >= ENOUGH)
                .findFirst()
                .orElseGet(() -> places(MULTIPLES.get(MULTIPLES.size() - 1)));
    }

    private List<Double> places(List<Integer> multiples) {
        double lower = getRange().getLowerBound();
        double upper = getRange().getUpperBound();
        return IntStream.rangeClosed((int) Math.floor(Math.log10(lower)), (int) Math.ceil(Math.log10(upper)))
                .boxed()
                .flatMap(power -> multiples.stream().map(multiple -> Double.parseDouble(multiple + "e" + power)))
                .filter(place -> place >= lower * (1 - 1e-9) && place <= upper * (1 + 1e-9))
                .toList();
    }
}
