package peekbench.data.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import peekbench.data.GivenPart;
import peekbench.data.LoadProgress;
import peekbench.data.table.CsvFile;
import peekbench.data.table.CsvRow;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;

/**
 * A CSV file that names images with their classes.
 *
 * @param index the file
 * @param folder from which it names images
 * @param groupColumn whose values images of a group share
 * @param splitColumn that says which part an image is given to
 */
record ImageIndex(Path index, Path folder, Optional<String> groupColumn, Optional<String> splitColumn) {
    private static final String FILE = "file";
    private static final String CLASS = "class";

    /** @throws ConfigurationException when a column or a value is missing, or an image is named twice; names the lines */
    ImageListing list() {
        CsvFile csv = CsvFile.open(index, Optional.empty());
        int file = csv.column(FILE);
        int label = csv.column(CLASS);
        Optional<Integer> group = groupColumn.map(csv::column);
        Optional<Integer> split = splitColumn.map(csv::column);
        List<LabelledImage> images = new ArrayList<>();
        Map<Path, Long> lines = new HashMap<>();
        Problems problems = new Problems();
        csv.forEach("reading the index", LoadProgress.none(), row -> {
            Path image = folder.resolve(row.cell(file));
            LabelledImage labelled = new LabelledImage(
                    image,
                    filled(row, label, CLASS, image),
                    split.map(column -> part(row, column)).orElse(GivenPart.TRAIN),
                    group.map(column -> filled(row, column, groupColumn.orElseThrow(), image))
                            .orElse(""));
            Long before = lines.putIfAbsent(real(image), row.line());
            if (before != null) {
                problems.add(
                        "",
                        "The index (" + index + ") names the image (" + row.cell(file) + ") in lines " + before
                                + " and " + row.line()
                                + "; it could be trained on and attacked as another record. Name it once.");
            } else {
                images.add(labelled);
            }
        });
        problems.throwIfAny();
        images.sort(Comparator.comparing(LabelledImage::part));
        return new ImageListing(images, List.of());
    }

    /** Two names of one file, one of them a link, are the same. */
    private static Path real(Path image) {
        try {
            return Files.exists(image) ? image.toRealPath() : image.normalize();
        } catch (IOException e) {
            return image.normalize();
        }
    }

    private String filled(CsvRow row, int column, String name, Path image) {
        if (row.cell(column).isBlank()) {
            throw new ConfigurationException("The index (" + index + ") has no value in column (" + name
                    + ") for the image (" + folder.relativize(image)
                    + ") in line " + row.line() + "; each image must have one. Fill it in"
                    + (name.equals(CLASS) ? "." : ", or leave the column out of the scenario."));
        }
        return row.cell(column);
    }

    private GivenPart part(CsvRow row, int column) {
        return GivenPart.of(row.cell(column))
                .orElseThrow(() -> new ConfigurationException("The index (" + index + ") has (" + row.cell(column)
                        + ") in column (" + splitColumn.orElseThrow() + "), line " + row.line()
                        + "; it must be one of " + String.join(", ", GivenPart.labels()) + "."));
    }
}
