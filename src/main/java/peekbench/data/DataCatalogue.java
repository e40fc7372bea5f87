package peekbench.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import peekbench.problem.ConfigurationException;
import peekbench.problem.NearestName;

/**
 * Finds data sets by name.
 *
 * @param folders where to look, in order; each holds one folder a data set
 */
public record DataCatalogue(List<Path> folders) {
    private static final Map<String, Supplier<Dataset>> EMBEDDED = Map.of(
            "fashion-mnist-sample", EmbeddedData::fashionMnistSample,
            "lipids", EmbeddedData::lipids);
    private static final Map<String, List<String>> IDX_CLASSES = Map.of(
            "mnist", ClassNames.DIGITS,
            "fashion-mnist", ClassNames.FASHION_MNIST,
            "notmnist", ClassNames.LETTERS);

    public DataCatalogue {
        folders = List.copyOf(folders);
    }

    /** A data set that comes with the program. */
    public static Dataset embedded(String name) {
        return EMBEDDED.get(name).get();
    }

    /** Every name, the embedded ones first. */
    public static List<String> names() {
        List<String> names = new ArrayList<>(EMBEDDED.keySet().stream().sorted().toList());
        names.addAll(IDX_CLASSES.keySet().stream().sorted().toList());
        return names;
    }

    /**
     * Reads a data set.
     *
     * @throws ConfigurationException when there is none of that name, or its files are missing or damaged
     */
    public Dataset load(String name) {
        if (EMBEDDED.containsKey(name)) {
            return embedded(name);
        }
        if (!IDX_CLASSES.containsKey(name)) {
            throw new ConfigurationException("There is no data set (" + name + "); there are "
                    + String.join(", ", names()) + "." + NearestName.hint(name, names()));
        }
        for (Path folder : folders) {
            Path home = folder.resolve(name);
            if (Files.isDirectory(home)) {
                return idx(name, home);
            }
        }
        throw new ConfigurationException(
                "The data set (" + name + ") is in none of " + folders + ". Fetch it or put its files there.");
    }

    private static Dataset idx(String name, Path home) {
        List<IdxFile> parts = new ArrayList<>();
        for (String part : List.of("train", "t10k")) {
            Path images = home.resolve(part + "-images-idx3-ubyte.gz");
            if (Files.exists(images)) {
                parts.add(IdxFile.read(images, 3));
                parts.add(IdxFile.read(home.resolve(part + "-labels-idx1-ubyte.gz"), 1));
            }
        }
        return IdxDataset.of(name, IDX_CLASSES.get(name), parts);
    }
}
