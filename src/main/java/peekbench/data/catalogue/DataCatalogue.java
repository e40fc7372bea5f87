package peekbench.data.catalogue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import peekbench.data.Dataset;
import peekbench.problem.ConfigurationException;
import peekbench.problem.NearestName;

/**
 * Finds data sets by name: those that come with the program, then the given folders, then the cache, then the network.
 */
public final class DataCatalogue {
    private static final Duration STALL = Duration.ofSeconds(30);
    /** What the names of embedded parts of other data sets end in. */
    private static final String SAMPLE = "-sample";

    private final List<Path> folders;
    private final Path cache;
    private final Optional<URI> mirror;
    private final Downloader downloader;

    /**
     * @param folders where to look first, in order; each holds one folder a data set
     * @param cache where downloads go
     * @param mirror tried before the known ones; holds one folder a data set
     */
    public DataCatalogue(List<Path> folders, Path cache, Optional<URI> mirror) {
        this(folders, cache, mirror, STALL);
    }

    DataCatalogue(List<Path> folders, Path cache, Optional<URI> mirror, Duration stall) {
        this.folders = List.copyOf(folders);
        this.cache = cache;
        this.mirror = mirror;
        this.downloader = new Downloader(stall);
    }

    /**
     * The catalogue of a program start: {@code directory} if given, else the environment's {@code PEEKBENCH_DATA}; downloads
     * go to {@code PEEKBENCH_CACHE}, else to the user's cache folder.
     */
    public static DataCatalogue of(Optional<Path> directory, Optional<URI> mirror) {
        Optional<Path> data = directory.or(() -> environment("PEEKBENCH_DATA"));
        Path cache = environment("PEEKBENCH_CACHE")
                .or(() -> environment("XDG_CACHE_HOME").map(path -> path.resolve("peekbench")))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache", "peekbench"));
        return new DataCatalogue(data.stream().toList(), cache.resolve("data"), mirror);
    }

    private static Optional<Path> environment(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isBlank())
                .map(Path::of);
    }

    /** A data set that comes with the program. */
    public static Dataset embedded(String name) {
        return Embedded.find(name)
                .orElseThrow(() -> new IllegalArgumentException("The program brings no data set (" + name + ")"))
                .load();
    }

    /** Every name, the embedded ones first. */
    public static List<String> names() {
        return Stream.concat(
                        Stream.of(Embedded.values()).map(Embedded::label),
                        CatalogueEntry.ALL.stream().map(CatalogueEntry::name))
                .toList();
    }

    /** Whether two data sets of the catalogue have records in common: one is the other, or its sample. */
    public static boolean shareRecords(String first, String second) {
        return original(first).equals(original(second));
    }

    private static String original(String name) {
        return Embedded.find(name).isPresent() && name.endsWith(SAMPLE)
                ? name.substring(0, name.length() - SAMPLE.length())
                : name;
    }

    /**
     * Reads a data set, fetching it first where it is nowhere to be found.
     *
     * @throws ConfigurationException when there is none of that name, its files are damaged, or it cannot be fetched; says
     *     which files to put where
     */
    public Dataset load(String name, FetchProgress progress) {
        Optional<Embedded> embedded = Embedded.find(name);
        if (embedded.isPresent()) {
            return embedded.get().load();
        }
        CatalogueEntry entry = entry(name);
        Path folder = find(entry).orElseGet(() -> fetch(name, progress));
        return entry.format().read(name, folder);
    }

    private static CatalogueEntry entry(String name) {
        return CatalogueEntry.ALL.stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("There is no data set (" + name + "); there are "
                        + String.join(", ", names()) + "." + NearestName.hint(name, names())));
    }

    private Optional<Path> find(CatalogueEntry entry) {
        return Stream.concat(folders.stream(), Stream.of(cache))
                .map(folder -> folder.resolve(entry.folder()))
                .filter(entry.format()::presentIn)
                .findFirst();
    }

    /**
     * Downloads a data set to the cache; files that are there already and right stay.
     *
     * @return the folder that holds it
     * @throws ConfigurationException when it cannot be had; where there is no download, says which files to put where
     */
    public Path fetch(String name, FetchProgress progress) {
        if (Embedded.find(name).isPresent()) {
            throw new ConfigurationException("The data set (" + name + ") comes with the program; nothing to fetch.");
        }
        CatalogueEntry entry = entry(name);
        Path folder = cache.resolve(entry.folder());
        if (entry.files().isEmpty()) {
            throw new ConfigurationException("The data set (" + name + ") has no public download. Put "
                    + entry.format().files() + " into the folder " + entry.folder()
                    + " of PEEKBENCH_DATA, or into " + folder + ".");
        }
        for (RemoteFile file : entry.files()) {
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
        List<DatasetStatus> all = new ArrayList<>();
        for (Embedded embedded : Embedded.values()) {
            all.add(new DatasetStatus(embedded.label(), embedded.summary(), true, Optional.empty(), List.of()));
        }
        for (CatalogueEntry entry : CatalogueEntry.ALL) {
            all.add(new DatasetStatus(entry.name(), entry.summary(), false, find(entry), List.of()));
        }
        return all;
    }

    /** Compares a data set's files with their pinned checksums. */
    public DatasetStatus verify(String name) {
        Optional<Embedded> embedded = Embedded.find(name);
        if (embedded.isPresent()) {
            return new DatasetStatus(name, embedded.get().summary(), true, Optional.empty(), List.of());
        }
        CatalogueEntry entry = entry(name);
        Optional<Path> folder = find(entry);
        List<DatasetStatus.FileStatus> files = entry.files().stream()
                .map(file -> new DatasetStatus.FileStatus(
                        file.name(), folder.map(path -> state(path, file)).orElse(DatasetStatus.State.MISSING)))
                .toList();
        return new DatasetStatus(name, entry.summary(), false, folder, files);
    }
}
