package peekbench.ui.service;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;

/**
 * What the window remembers from one start to the next.
 *
 * @param dark whether the dark theme is on
 * @param textSize in pixels, 11 to 20
 * @param reduceMotion whether nothing blinks
 * @param lastFolder what was open
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record WindowSettings(boolean dark, int textSize, boolean reduceMotion, Optional<String> lastFolder) {
    /** Of the first start. */
    public static final WindowSettings INITIAL = new WindowSettings(false, 13, false, Optional.empty());

    private static final int SMALLEST = 11;
    private static final int LARGEST = 20;

    /** A size that cannot be read is brought to the nearest that can. */
    public WindowSettings {
        textSize = Math.max(SMALLEST, Math.min(LARGEST, textSize));
    }

    /** With the other theme. */
    public WindowSettings withDark(boolean other) {
        return new WindowSettings(other, textSize, reduceMotion, lastFolder);
    }

    /** With text of another size. */
    public WindowSettings withTextSize(int other) {
        return new WindowSettings(dark, other, reduceMotion, lastFolder);
    }

    /** With or without what moves by itself. */
    public WindowSettings withReduceMotion(boolean other) {
        return new WindowSettings(dark, textSize, other, lastFolder);
    }

    /** With another folder. */
    public WindowSettings withLastFolder(String other) {
        return new WindowSettings(dark, textSize, reduceMotion, Optional.of(other));
    }
}
