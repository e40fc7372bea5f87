package peekbench.catalogue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import peekbench.problem.ConfigurationException;

/**
 * Folders with plug-ins.
 *
 * @param folders in the order in which they are looked into
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record PluginFolders(List<Path> folders) {
    /** Where plug-ins are when nobody says otherwise. */
    public static final String VARIABLE = "PEEKBENCH_PLUGINS";

    /** @throws ConfigurationException when one is no folder */
    public PluginFolders {
        folders = List.copyOf(folders);
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new ConfigurationException("The plug-in folder (" + folder
                        + ") is no folder; name one that holds jars, with --plugins or " + VARIABLE + ".");
            }
        }
    }

    /** None at all. */
    public static PluginFolders none() {
        return new PluginFolders(List.of());
    }

    /**
     * Those of a text, else those of the environment's {@code PEEKBENCH_PLUGINS}.
     *
     * @param text paths, separated as the system separates those of {@code PATH}
     */
    public static PluginFolders of(Optional<String> text) {
        return text.or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
                .map(paths -> new PluginFolders(Pattern.compile(Pattern.quote(File.pathSeparator))
                        .splitAsStream(paths)
                        .filter(path -> !path.isBlank())
                        .map(Path::of)
                        .toList()))
                .orElseGet(PluginFolders::none);
    }

    /** The jars in them, those of each folder by name. */
    List<Path> jars() {
        return folders.stream().flatMap(folder -> jars(folder).stream()).toList();
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ConfigurationException(
                    "The plug-in folder (" + folder + ") cannot be read: " + e.getMessage() + ". Check who may.");
        }
    }

    /** As a text that {@link #of} reads. */
    public String text() {
        return String.join(
                File.pathSeparator, folders.stream().map(Path::toString).toList());
    }
}
