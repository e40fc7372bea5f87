package peekbench.data.catalogue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import peekbench.data.Dataset;
import peekbench.problem.ConfigurationException;
import peekbench.registry.Entry;
import peekbench.registry.PluginJar;
import peekbench.registry.Registry;

/**
 * Loads data sets by name: out of the program or a plug-in, or from the given folders, then the cache, then the network.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class DataCatalogue {
    private static final Duration STALL = Duration.ofSeconds(30);
    /** What the names of parts of other data sets end in. */
    private static final String SAMPLE = "-sample";

    private final Registry<DatasetProvider> sets;
    private final List<Path> folders;
    private final Path cache;
    private final Optional<URI> mirror;
    private final Downloader downloader;

    /**
     * @param sets that can be found
     * @param folders where to look first, in order; each holds one folder a data set
     * @param cache where downloads go
     * @param mirror tried before the known ones; holds one folder a data set
     */
    public DataCatalogue(Registry<DatasetProvider> sets, List<Path> folders, Path cache, Optional<URI> mirror) {
        this(sets, folders, cache, mirror, STALL);
    }

    DataCatalogue(
            Registry<DatasetProvider> sets, List<Path> folders, Path cache, Optional<URI> mirror, Duration stall) {
        this.sets = sets;
        this.folders = List.copyOf(folders);
        this.cache = cache;
        this.mirror = mirror;
        this.downloader = new Downloader(stall);
    }

    /**
     * The catalogue of a program start: {@code directory} if given, else the environment's {@code PEEKBENCH_DATA}; downloads
     * go to the {@link CacheFolder}.
     */
    public static DataCatalogue of(Registry<DatasetProvider> sets, Optional<Path> directory, Optional<URI> mirror) {
        Optional<Path> data = directory.or(() -> CacheFolder.environment("PEEKBENCH_DATA"));
        return new DataCatalogue(
                sets, data.stream().toList(), CacheFolder.path().resolve("data"), mirror);
    }

    /**
     * A data set that comes with the program.
     *
     * @throws IllegalArgumentException when there is none of that name, or its records are elsewhere
     */
    public static Dataset embedded(String name) {
        return Registry.builtIn(DatasetProvider.KIND)
                .find(name)
                .map(entry -> entry.provider().source())
                .filter(DatasetSource.Included.class::isInstance)
                .map(source -> ((DatasetSource.Included) source).records().get())
                .orElseThrow(() -> new IllegalArgumentException("The program brings no data set (" + name + ")"));
    }

    /** Whether two data sets have records in common: one is the other, or its sample. */
    public static boolean shareRecords(String first, String second) {
        return original(first).equals(original(second));
    }

    private static String original(String name) {
        return name.endsWith(SAMPLE) ? name.substring(0, name.length() - SAMPLE.length()) : name;
    }

    /**
     * Reads a data set, fetching it first where it is nowhere to be found.
     *
     * @throws ConfigurationException when there is none of that name, its files are damaged, or it cannot be fetched; says
     *     which files to put where
     */
    public Dataset load(String name, FetchProgress progress) {
        DatasetSource source = sets.get(name).provider().source();
        if (source instanceof DatasetSource.Included included) {
            return included.records().get();
        }
        DatasetSource.Stored stored = (DatasetSource.Stored) source;
        Path folder = find(stored).orElseGet(() -> fetch(name, progress));
        return stored.format().read(name, folder);
    }

    private Optional<Path> find(DatasetSource.Stored set) {
        return Stream.concat(folders.stream(), Stream.of(cache))
                .map(folder -> folder.resolve(set.folder()))
                .filter(set.format()::presentIn)
                .findFirst();
    }

    /**
     * Downloads a data set to the cache; files that are there already and right stay.
     *
     * @return the folder that holds it
     * @throws ConfigurationException when it cannot be had; where there is no download, says which files to put where
     */
    public Path fetch(String name, FetchProgress progress) {
        Entry<DatasetProvider> entry = sets.get(name);
        if (!(entry.provider().source() instanceof DatasetSource.Stored set)) {
            throw new ConfigurationException("The data set (" + name + ") comes with "
                    + entry.jar().map(PluginJar::file).orElse("the program") + "; nothing to fetch.");
        }
        Path folder = cache.resolve(set.folder());
        if (set.files().isEmpty()) {
            throw new ConfigurationException("The data set (" + name + ") has no public download. Put "
                    + set.format().files() + " into the folder " + set.folder()
                    + " of PEEKBENCH_DATA, or into " + folder + ".");
        }
        for (RemoteFile file : set.files()) {
            if (state(folder, file) != DatasetStatus.State.RIGHT) {
                List<URI> mirrors = new ArrayList<>();
                mirror.ifPresent(base -> mirrors.add(URI.create(base + "/" + name + "/" + file.name())));
                mirrors.addAll(file.mirrors());
                downloader.fetch(file, mirrors, folder, progress);
            }
        }
        return folder;
    }

    private static DatasetStatus.State state(Path folder, RemoteFile file) {
        Path path = folder.resolve(file.name());
        try {
            if (!Files.isRegularFile(path)) {
                return DatasetStatus.State.MISSING;
            }
            return Downloader.sha256(path).equals(file.sha256())
                    ? DatasetStatus.State.RIGHT
                    : DatasetStatus.State.DIFFERENT;
        } catch (IOException e) {
            throw new ConfigurationException("The data file (" + path + ") cannot be read: " + e.getMessage() + ".");
        }
    }

    /** Where every data set stands, without reading it. */
    public List<DatasetStatus> list() {
        return sets.entries().stream()
                .map(entry -> status(entry, (set, folder) -> List.of()))
                .toList();
    }

    /**
     * Compares a data set's files with their pinned checksums.
     *
     * @throws ConfigurationException when there is none of that name
     */
    public DatasetStatus verify(String name) {
        return status(
                sets.get(name),
                (set, folder) -> set.files().stream()
                        .map(file -> new DatasetStatus.FileStatus(
                                file.name(),
                                folder.map(path -> state(path, file)).orElse(DatasetStatus.State.MISSING)))
                        .toList());
    }

    private DatasetStatus status(
            Entry<DatasetProvider> entry,
            BiFunction<DatasetSource.Stored, Optional<Path>, List<DatasetStatus.FileStatus>> files) {
        if (entry.provider().source() instanceof DatasetSource.Stored set) {
            Optional<Path> folder = find(set);
            return new DatasetStatus(entry.name(), entry.summary(), false, folder, files.apply(set, folder));
        }
        return new DatasetStatus(entry.name(), entry.summary(), true, Optional.empty(), List.of());
    }
}
