package peekbench.ui.service;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the window remembers from one start to the next.
 *
 * @param dark whether the dark theme is on
 * @param textSize in pixels, 11 to 20
 * @param reduceMotion whether nothing blinks
 * @param lastFolder what was open
 * @param filters that were kept under a name, in the order of names
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WindowSettings(
        boolean dark,
        int textSize,
        boolean reduceMotion,
        Optional<String> lastFolder,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<KeptFilter> filters) {
    private static final int USUAL_TEXT = 13;

    /** Of the first start. */
    public static final WindowSettings INITIAL =
            new WindowSettings(false, USUAL_TEXT, false, Optional.empty(), List.of());

    private static final int SMALLEST = 11;
    private static final int LARGEST = 20;

    /** A size that cannot be read is brought to the nearest that can. */
    public WindowSettings {
        textSize = Math.max(SMALLEST, Math.min(LARGEST, textSize));
        filters = List.copyOf(filters);
    }

    /**
     * A filter with a name.
     *
     * @param name chosen by a person
     * @param text as it is written
     */
    public record KeptFilter(String name, String text) {}

    /** How much larger than usual text is. */
    public double em() {
        return (double) textSize / USUAL_TEXT;
    }

    /** With a filter kept, in place of any of that name. */
    public WindowSettings keeping(KeptFilter filter) {
        List<KeptFilter> others = new ArrayList<>(without(filter.name()).filters);
        others.add(filter);
        others.sort(Comparator.comparing(KeptFilter::name));
        return new WindowSettings(dark, textSize, reduceMotion, lastFolder, others);
    }

    /** Without the filter of a name. */
    public WindowSettings without(String filter) {
        List<KeptFilter> others =
                filters.stream().filter(one -> !one.name().equals(filter)).toList();
        return new WindowSettings(dark, textSize, reduceMotion, lastFolder, others);
    }

    /** With the other theme. */
    public WindowSettings withDark(boolean other) {
        return new WindowSettings(other, textSize, reduceMotion, lastFolder, filters);
    }

    /** With text of another size. */
    public WindowSettings withTextSize(int other) {
        return new WindowSettings(dark, other, reduceMotion, lastFolder, filters);
    }

    /** With or without what moves by itself. */
    public WindowSettings withReduceMotion(boolean other) {
        return new WindowSettings(dark, textSize, other, lastFolder, filters);
    }

    /** With another folder. */
    public WindowSettings withLastFolder(String other) {
        return new WindowSettings(dark, textSize, reduceMotion, Optional.of(other), filters);
    }
}
