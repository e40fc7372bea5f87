package peekbench.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import peekbench.problem.ConfigurationException;
import peekbench.registry.Summary;

/**
 * PNG and JPEG images of one size in a folder: one sub-folder a class, or an index file (CSV) with columns {@code file} and
 * {@code class}.
 *
 * @param path the folder
 * @param index the index file, from the folder
 */
@Summary("PNG and JPEG images in a folder, one sub-folder a class")
public record ImageFolder(
        @Summary("the folder") String path,

        @Summary("CSV file with columns file and class, from the folder")
        Optional<String> index) {

    private record Labelled(Path file, String label) {}

    /**
     * Reads all images, sorted by class and name; all are training records.
     *
     * @throws ConfigurationException when the folder or a file is missing, unreadable or of another size
     */
    public Dataset load() {
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
        return Dataset.ofImages(
                folder.getFileName().toString(), classes, pixels.shape(), pixels.bytes(), labels, labels.length);
    }

    private static List<Labelled> subfolders(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.toString().matches("(?i).*\\.(png|jpe?g)"))
                    .filter(file -> !file.getParent().equals(folder))
                    .sorted()
                    .map(file ->
                            new Labelled(file, file.getParent().getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new ConfigurationException(
                    "The image folder (" + folder + ") cannot be read: " + e.getMessage() + ".");
        }
    }

    private static List<Labelled> indexed(Path folder, Path index) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = CSVParser.parse(index, StandardCharsets.UTF_8, format)) {
            for (String column : List.of("file", "class")) {
                if (!rows.getHeaderNames().contains(column)) {
                    throw new ConfigurationException("The index (" + index + ") has no column (" + column
                            + "); its columns are " + String.join(", ", rows.getHeaderNames()) + ".");
                }
            }
            List<Labelled> images = new ArrayList<>();
            for (CSVRecord row : rows) {
                images.add(new Labelled(folder.resolve(row.get("file")), row.get("class")));
            }
            return images;
        } catch (IOException e) {
            throw new ConfigurationException("The index (" + index + ") cannot be read: " + e.getMessage() + ".");
        }
    }
}
