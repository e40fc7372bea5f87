package peekbench.data.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import peekbench.data.Dataset;

/**
 * The four files of the MNIST family, {@code train-images-idx3-ubyte} and so on, plain or with {@code .gz}; either part may
 * be missing.
 *
 * @param classNames what the labels mean
 */
public record IdxFormat(List<String> classNames) implements SetFormat {
    private static final List<String> PARTS = List.of("train", "t10k");

    @Override
    public boolean presentIn(Path folder) {
        return PARTS.stream().anyMatch(part -> images(folder, part).isPresent());
    }

    @Override
    public String files() {
        return "train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz, the same with t10k, or both";
    }

    private static Optional<Path> images(Path folder, String part) {
        return Stream.of(".gz", "")
                .map(ending -> folder.resolve(part + "-images-idx3-ubyte" + ending))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    @Override
    public Dataset read(String name, Path folder) {
        List<IdxFile> files = new ArrayList<>();
        for (String part : PARTS) {
            images(folder, part).ifPresent(images -> {
                String labels = images.getFileName().toString().replace("images-idx3", "labels-idx1");
                files.add(IdxFile.read(images, 3));
                files.add(IdxFile.read(folder.resolve(labels), 1));
            });
        }
        return IdxDataset.of(name, classNames, files);
    }
}
