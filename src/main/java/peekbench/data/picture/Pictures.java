package peekbench.data.picture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import peekbench.data.LoadProgress;
import peekbench.data.MemoryNeed;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;

/**
 * The pixels of picture files, made to fit one shape.
 *
 * @param shape of one image, {@code [C, H, W]}
 * @param bytes {@code [N, C, H, W]}, handed over, not copied
 * @param remarks what a person should know of the files, a sentence each
 */
public record Pictures(Shape shape, byte[] bytes, List<String> remarks) {
    private static final int MOST_MISTAKES = 10;
    /** Files between two words about progress. */
    private static final int STEP = 64;

    public Pictures {
        remarks = List.copyOf(remarks);
    }

    /**
     * Reads the heads of all files, and when they fit together, their pixels, on all cores.
     *
     * @param files at least one
     * @throws ConfigurationException when files are missing, damaged or too large, naming up to ten of them; or when they are of
     *     several sizes, with their counts
     */
    public static Pictures read(List<Path> files, PictureFit fit, LoadProgress progress) {
        PictureFile[] heads = new PictureFile[files.size()];
        PictureFit.Size[] sizes = new PictureFit.Size[files.size()];
        each(files.size(), "looking at images", progress, place -> {
            heads[place] = PictureFile.of(files.get(place));
            sizes[place] = fit.sizeOf(heads[place]);
        });
        PictureSizes counted = PictureSizes.of(sizes);
        if (counted.differ()) {
            throw counted.mixed();
        }
        int channels = fit.channels()
                .orElse(Stream.of(heads).mapToInt(PictureFile::channels).max().orElseThrow());
        Shape shape = Shape.of(channels, sizes[0].height(), sizes[0].width());
        byte[] bytes = new byte
                [MemoryNeed.of(
                        files.size() + " images of " + sizes[0] + " pixels",
                        (long) files.size() * shape.length(),
                        1,
                        "take fewer images, or scale them, as with resize: [32]")];
        each(files.size(), "reading images", progress, place -> {
            Picture picture = fit.of(heads[place].decoded(), channels);
            System.arraycopy(picture.numbers(), 0, bytes, place * shape.length(), shape.length());
        });
        return new Pictures(shape, bytes, remarks(List.of(heads), fit));
    }

    /** Does so for all files, and ends with the mistakes of all. */
    private static void each(int files, String what, LoadProgress progress, IntConsumer task) {
        Map<Integer, List<Problem>> mistakes = new ConcurrentSkipListMap<>();
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, files).parallel().forEach(place -> {
            try {
                task.accept(place);
            } catch (ConfigurationException e) {
                mistakes.put(place, e.problems());
            }
            int now = done.incrementAndGet();
            if (now % STEP == 0 || now == files) {
                progress.read(what, now, files);
            }
        });
        if (!mistakes.isEmpty()) {
            List<Problem> said = new ArrayList<>();
            mistakes.values().stream().limit(MOST_MISTAKES).forEach(said::addAll);
            if (mistakes.size() > MOST_MISTAKES) {
                said.add(new Problem("", "As many as " + (mistakes.size() - MOST_MISTAKES) + " more images are so."));
            }
            throw new ConfigurationException(said);
        }
    }

    private static List<String> remarks(List<PictureFile> heads, PictureFit fit) {
        List<String> remarks = new ArrayList<>();
        remark(heads, file -> file.bits() > Byte.SIZE, "of more than 8 bits a number, rounded to 8")
                .ifPresent(remarks::add);
        remark(heads, PictureFile::isMisnamed, "named as another kind than they are")
                .ifPresent(remarks::add);
        remark(heads, file -> !file.turn().equals(Turn.NONE), "turned as their EXIF data say")
                .ifPresent(remarks::add);
        boolean mixed = heads.stream().map(PictureFile::channels).distinct().count() > 1;
        if (mixed && fit.channels().isEmpty()) {
            remark(heads, file -> file.channels() == 1, "grey, unlike the others, and get three equal channels")
                    .ifPresent(remarks::add);
        }
        return remarks;
    }

    private static Optional<String> remark(List<PictureFile> heads, Predicate<PictureFile> those, String what) {
        List<PictureFile> found = heads.stream().filter(those).toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.size() + " of " + heads.size() + " images are " + what + ", such as "
                        + found.get(0).file().getFileName() + ".");
    }
}
