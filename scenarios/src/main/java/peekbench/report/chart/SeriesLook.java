package peekbench.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.util.List;
import peekbench.report.estimate.SeedGroup;

/**
 * Colour and marker of a group. With one protocol and cut, or with one arm, or with no more groups than colours, both tell the
 * groups apart, so that a chart can be read without colours; with more of both, colours are arms and markers are protocols and
 * cuts.
 *
 * @param colour place in the palette
 * @param shape place in the list of markers
 */
record SeriesLook(int colour, int shape) {

    /** The look of one of the groups of a chart. */
    static SeriesLook of(SeedGroup group, List<SeedGroup> all) {
        List<String> arms =
                all.stream().map(other -> other.key().arm()).distinct().toList();
        List<List<SeedGroup>> places = SeedGroup.comparable(all);
        if (arms.size() == 1 || places.size() == 1 || all.size() <= ChartStyle.COLOURS_THERE_ARE) {
            return new SeriesLook(all.indexOf(group), all.indexOf(group));
        }
        int place = 0;
        while (!places.get(place).contains(group)) {
            place++;
        }
        return new SeriesLook(arms.indexOf(group.key().arm()), place);
    }

    Color paint() {
        return ChartStyle.colour(colour);
    }

    Color band() {
        return ChartStyle.band(colour);
    }

    /** A line without markers, whose pattern says what they would. */
    BasicStroke line() {
        return ChartStyle.line(shape);
    }

    Shape marker(double size) {
        return ChartStyle.marker(shape, size);
    }
}
