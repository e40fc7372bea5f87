package peekbench.data.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apiguardian.api.API;
import peekbench.data.Dataset;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;
import peekbench.registry.Summary;

/**
 * PNG and JPEG images of one size in a folder: one sub-folder a class, or an index file (CSV) with columns {@code file} and
 * {@code class}.
 *
 * @param path the folder
 * @param index the index file, from the folder
 * @param groupColumn a column of the index file; images of the same value there are a group, such as those of one patient,
 *     and are never spread over index sets or clients
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Summary("PNG and JPEG images in a folder, one sub-folder a class")
public record ImageFolder(
        @Summary("the folder") String path,

        @Summary("CSV file with columns file and class, from the folder")
        Optional<String> index,

        @Summary("column of the index file, such as patient_id; records that share its value are never spread over"
                + " index sets or clients")
        Optional<String> groupColumn) {
    public ImageFolder {
        Problems problems = new Problems();
        if (groupColumn.isPresent() && index.isEmpty()) {
            problems.add(
                    "group-column",
                    "is " + groupColumn.get() + ", but there is no index file that could have such a column. Give index"
                            + " as well.");
        }
        problems.throwIfAny();
    }

    /** A folder without groups. */
    public ImageFolder(String path, Optional<String> index) {
        this(path, index, Optional.empty());
    }

    /** An image; images without groups all have the same. */
    private record Labelled(Path file, String label, String group) {}

    /**
     * Reads all images, sorted by class and name; all are training records.
     *
     * @throws ConfigurationException when the folder or a file is missing, unreadable or of another size
     */
    public Dataset load() {
        return load(Path.of(path).getFileName().toString());
    }

    /** {@link #load()} under another name than the folder's. */
    Dataset load(String name) {
        Path folder = Path.of(path);
        if (!Files.isDirectory(folder)) {
            throw new ConfigurationException("The image folder (" + folder + ") is missing. Check its path.");
        }
        List<Labelled> images = index.isPresent() ? indexed(folder, folder.resolve(index.get())) : subfolders(folder);
        if (images.isEmpty()) {
            throw new ConfigurationException("The image folder (" + folder
                    + ") holds no images; put PNG or JPEG files into one sub-folder a class.");
        }
        List<String> classes =
                images.stream().map(Labelled::label).distinct().sorted().toList();
        List<Path> files = images.stream().map(Labelled::file).toList();
        int[] labels = images.stream()
                .mapToInt(image -> classes.indexOf(image.label()))
                .toArray();
        ImagePixels pixels = ImagePixels.read(files);
        Dataset dataset = Dataset.ofImages(name, classes, pixels.shape(), pixels.bytes(), labels, labels.length);
        return groupColumn
                .map(column -> dataset.withGroups(column, numbered(images)))
                .orElse(dataset);
    }

    /** Groups in the order in which they first appear. */
    private static int[] numbered(List<Labelled> images) {
        Map<String, Integer> numbers = new HashMap<>();
        return images.stream()
                .mapToInt(image -> numbers.computeIfAbsent(image.group(), group -> numbers.size()))
                .toArray();
    }

    private static List<Labelled> subfolders(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.toString().matches("(?i).*\\.(png|jpe?g)"))
                    .filter(file -> folder.relativize(file).getNameCount() > 1)
                    .sorted()
                    .map(file -> new Labelled(
                            file, folder.relativize(file).getName(0).toString(), ""))
                    .toList();
        } catch (IOException e) {
            throw new ConfigurationException(
                    "The image folder (" + folder + ") cannot be read: " + e.getMessage() + ".");
        }
    }

    private List<Labelled> indexed(Path folder, Path index) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = CSVParser.parse(index, StandardCharsets.UTF_8, format)) {
            List<String> needed = new ArrayList<>(List.of("file", "class"));
            groupColumn.ifPresent(needed::add);
            for (String column : needed) {
                if (!rows.getHeaderNames().contains(column)) {
                    throw new ConfigurationException("The index (" + index + ") has no column (" + column
                            + "); its columns are " + String.join(", ", rows.getHeaderNames()) + ".");
                }
            }
            List<Labelled> images = new ArrayList<>();
            for (CSVRecord row : rows) {
                String group = groupColumn.map(row::get).orElse("");
                if (groupColumn.isPresent() && group.isBlank()) {
                    throw new ConfigurationException("The index (" + index + ") has no value in column ("
                            + groupColumn.get() + ") for the image (" + row.get("file")
                            + "); each image must belong to a group. Fill it in, or leave group-column out.");
                }
                images.add(new Labelled(folder.resolve(row.get("file")), row.get("class"), group));
            }
            return images;
        } catch (IOException e) {
            throw new ConfigurationException("The index (" + index + ") cannot be read: " + e.getMessage() + ".");
        }
    }
}
