package peekbench.data.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import peekbench.data.Dataset;
import peekbench.data.LoadProgress;

/**
 * An image folder with an index file.
 *
 * @param index the index file's name
 * @param groupColumn the column whose values records of a group share
 */
public record IndexedImages(String index, String groupColumn) implements SetFormat {
    @Override
    public boolean presentIn(Path folder) {
        return Files.isRegularFile(folder.resolve(index));
    }

    @Override
    public Dataset read(String name, Path folder) {
        return new ImageFolder(folder.toString(), Optional.of(index), Optional.of(groupColumn))
                .load(name, LoadProgress.none());
    }

    @Override
    public String files() {
        return index + " with the columns file, class and " + groupColumn + " and the images that it names";
    }
}
