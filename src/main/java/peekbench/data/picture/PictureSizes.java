package peekbench.data.picture;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import peekbench.problem.ConfigurationException;

/** How many pictures have which size. */
public final class PictureSizes {
    /** A shorter side that small networks take. */
    public static final int USUAL_SIDE = 64;

    private static final int SIZES_NAMED = 4;

    private final Map<PictureFit.Size, Long> counts;

    private PictureSizes(Map<PictureFit.Size, Long> counts) {
        this.counts = counts;
    }

    static PictureSizes of(PictureFit.Size[] sizes) {
        return new PictureSizes(Stream.of(sizes).collect(Collectors.groupingBy(size -> size, Collectors.counting())));
    }

    /**
     * Those of files, by their heads.
     *
     * @param files at least one
     * @throws ConfigurationException when one is damaged, missing or no picture
     */
    public static PictureSizes of(List<Path> files) {
        return of(files.parallelStream()
                .map(PictureFile::of)
                .map(file -> new PictureFit.Size(file.height(), file.width()))
                .toArray(PictureFit.Size[]::new));
    }

    /** Whether there are several. */
    public boolean differ() {
        return counts.size() > 1;
    }

    /** The shortest side of all. */
    public int shorterSide() {
        return counts.keySet().stream()
                .mapToInt(size -> Math.min(size.height(), size.width()))
                .min()
                .orElseThrow();
    }

    /** A side to which all can be scaled and that small networks take. */
    public int proposedSide() {
        return Math.min(shorterSide(), USUAL_SIDE);
    }

    /** What to say where a network takes one size. */
    ConfigurationException mixed() {
        int side = proposedSide();
        return new ConfigurationException("The images have " + counts.size() + " sizes: " + this
                + "; a network takes one. Add to image-folder, for example, resize: [" + side + "], crop: [" + side
                + "]: the shorter side becomes " + side + ", and the middle square is taken; resize: [" + side + ", "
                + side + "] changes the proportions instead.");
    }

    /** {@code 640x480 (12), 480x640 (3)}: width and height, the most frequent first. */
    @Override
    public String toString() {
        String named = counts.entrySet().stream()
                .sorted(Map.Entry.<PictureFit.Size, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().toString()))
                .limit(SIZES_NAMED)
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
        return named + (counts.size() > SIZES_NAMED ? " and others" : "");
    }
}
