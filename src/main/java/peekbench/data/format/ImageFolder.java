package peekbench.data.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import peekbench.data.ClassLabels;
import peekbench.data.Dataset;
import peekbench.data.GivenPart;
import peekbench.data.LoadProgress;
import peekbench.data.picture.PictureFit;
import peekbench.data.picture.Pictures;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;
import peekbench.registry.FileName;
import peekbench.registry.Inlined;
import peekbench.registry.Summary;

/**
 * PNG and JPEG images in a folder: one sub-folder a class, or an index file (CSV) with columns {@code file} and {@code class}.
 * Folders called {@code train} and {@code test}, and perhaps {@code auxiliary}, give their images to these parts; folders of
 * classes are then in them.
 *
 * @param path the folder
 * @param index the index file, in the folder or beside it
 * @param groupColumn a column of the index file; images of the same value there are a group, such as those of one patient,
 *     and are never spread over index sets or clients
 * @param splitColumn a column of the index file that says train, test or auxiliary of each image
 * @param fit how images of any size and kind become of one shape
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Summary("PNG and JPEG images in a folder, one sub-folder a class")
public record ImageFolder(
        @FileName @Summary("the folder") String path,

        @Summary("CSV file with columns file and class, in the folder or beside it")
        Optional<String> index,

        @Summary("column of the index file, such as patient_id; records that share its value are never spread over"
                + " index sets or clients")
        Optional<String> groupColumn,

        @Summary("column of the index file that says train, test or auxiliary; if not given, parts are drawn")
        Optional<String> splitColumn,

        @Inlined PictureFit fit)
        implements OwnData {
    public ImageFolder {
        Problems problems = new Problems();
        needsIndex(problems, "group-column", groupColumn, index);
        needsIndex(problems, "split-column", splitColumn, index);
        problems.throwIfAny();
    }

    private static void needsIndex(Problems problems, String key, Optional<String> column, Optional<String> index) {
        if (column.isPresent() && index.isEmpty()) {
            problems.add(
                    key,
                    "is " + column.get() + ", but there is no index file that could have such a column. Give index"
                            + " as well.");
        }
    }

    /** A folder without groups, of images of one size. */
    public ImageFolder(String path, Optional<String> index) {
        this(path, index, Optional.empty());
    }

    /** A folder of images of one size. */
    public ImageFolder(String path, Optional<String> index, Optional<String> groupColumn) {
        this(path, index, groupColumn, Optional.empty(), PictureFit.NONE);
    }

    /**
     * Reads all images, sorted by part, class and name.
     *
     * @throws ConfigurationException when the folder or a file is missing, unreadable or of another size
     */
    @Override
    public Dataset load(String name, LoadProgress progress) {
        ImageListing listing = list();
        List<LabelledImage> images = listing.images();
        ClassLabels classes =
                ClassLabels.of(images.stream().map(LabelledImage::label).toList());
        Map<String, Integer> numbers = classes.numbers();
        int[] labels =
                images.stream().mapToInt(image -> numbers.get(image.label())).toArray();
        Pictures pictures =
                Pictures.read(images.stream().map(LabelledImage::file).toList(), fit, progress);
        Dataset dataset = Dataset.ofImages(
                        name,
                        classes.names(),
                        pictures.shape(),
                        pictures.bytes(),
                        labels,
                        GivenPart.count(images.stream().map(LabelledImage::part).toList()))
                .withRemarks(remarks(listing, pictures, classes));
        return groupColumn
                .map(column -> dataset.withGroups(column, numbered(images)))
                .orElse(dataset);
    }

    /**
     * All images that it would read, without a look into them.
     *
     * @throws ConfigurationException when the folder or its index cannot be read, or names no images
     */
    public List<Path> files() {
        return list().images().stream().map(LabelledImage::file).toList();
    }

    private ImageListing list() {
        Path folder = Path.of(path);
        if (!Files.isDirectory(folder)) {
            throw new ConfigurationException("The image folder (" + folder + ") is missing. Check its path.");
        }
        ImageListing listing = index.map(
                        file -> new ImageIndex(indexFile(folder, file), folder, groupColumn, splitColumn).list())
                .orElseGet(() -> ClassFolders.list(folder));
        if (listing.images().isEmpty()) {
            throw new ConfigurationException("The image folder (" + folder
                    + ") holds no images; put PNG or JPEG files into one sub-folder a class, or name them in an index."
                    + listing.remarks().stream().map(remark -> " " + remark).collect(Collectors.joining()));
        }
        return listing;
    }

    private static Path indexFile(Path folder, String file) {
        Path within = folder.resolve(file);
        Path beside = folder.resolveSibling(file);
        return !Files.exists(within) && Files.exists(beside) ? beside : within;
    }

    private List<String> remarks(ImageListing listing, Pictures pictures, ClassLabels classes) {
        List<String> remarks = new ArrayList<>(listing.remarks());
        remarks.addAll(pictures.remarks());
        classes.remark().ifPresent(remarks::add);
        Set<String> trained = labels(listing, GivenPart.TRAIN);
        List<String> untrained = classes.names().stream()
                .filter(label -> !trained.contains(label))
                .toList();
        if (!untrained.isEmpty()) {
            remarks.add("The training part has no record of " + (untrained.size() == 1 ? "class " : "classes ")
                    + String.join(", ", untrained) + ".");
        }
        return remarks;
    }

    private static Set<String> labels(ImageListing listing, GivenPart part) {
        return listing.images().stream()
                .filter(image -> image.part() == part)
                .map(LabelledImage::label)
                .collect(Collectors.toSet());
    }

    /** Groups in the order in which they first appear. */
    private static int[] numbered(List<LabelledImage> images) {
        Map<String, Integer> numbers = new HashMap<>();
        return images.stream()
                .mapToInt(image -> numbers.computeIfAbsent(image.group(), group -> numbers.size()))
                .toArray();
    }
}
