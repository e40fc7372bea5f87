package peekbench.cli.console;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import peekbench.catalogue.Catalogue;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.data.catalogue.DatasetProvider;
import peekbench.problem.ConfigurationException;
import picocli.CommandLine.Option;

/** Options that say where data sets are. */
public final class DataOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "A folder with one folder a data set, looked into first (default: PEEKBENCH_DATA).")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--mirror",
            paramLabel = "URL",
            description =
                    "An address with one folder a data set, tried before the known ones when data are downloaded.")
    private Optional<URI> mirror = Optional.empty();

    /** The folder with data sets; refused where there is none of that name. */
    public Optional<Path> folder() {
        folder.filter(path -> !Files.isDirectory(path)).ifPresent(path -> {
            throw new ConfigurationException(
                    "--data (" + path + ") is no folder; name one that holds a folder a data set, as mnist/.");
        });
        return folder;
    }

    public Optional<URI> mirror() {
        return mirror;
    }

    public DataCatalogue catalogue(Catalogue catalogue) {
        return DataCatalogue.of(catalogue.of(DatasetProvider.KIND), folder(), mirror);
    }
}
