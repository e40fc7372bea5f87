package peekbench.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the checkout that this test runs in. */
final class Project {
    static final Path ROOT = root();

    /** Folders with main code, in the order in which they lean on each other; what is below knows nothing of what is above. */
    static final List<String> HOUSES = List.of("ui", "scenarios", "attacks", "defenses", "deeplearning4j", "src");

    private Project() {}

    /** Main code of a house; the core's has one folder less. */
    static Path sources(String house) {
        Path folder = ROOT.resolve(house).resolve("src/main/java");
        return Files.isDirectory(folder) ? folder : ROOT.resolve(house).resolve("main/java");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files below a folder whose names end as given, in order; nothing that a build wrote, and nothing hidden. */
    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ending))
                    .filter(Files::isRegularFile)
                    .filter(file -> Stream.of(ROOT.relativize(file).toString().split("/", -1))
                            .noneMatch(name -> name.equals("target") || name.startsWith(".")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isRegularFile(folder.resolve("docs/architecture.md"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("No folder above (" + Path.of("").toAbsolutePath()
                    + ") holds docs/architecture.md; run this test inside a checkout.");
        }
        return folder;
    }
}
