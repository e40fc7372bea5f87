package peekbench.data.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import peekbench.data.Dataset;
import peekbench.problem.ConfigurationException;

/**
 * CIFAR's binary records, a few label bytes and 3,072 bytes of red, green and blue planes each; in files {@code *.bin},
 * plain or with {@code .gz}, or in the authors' archive {@code *.tar.gz}. Files named after {@code test} are the test part.
 *
 * @param labelBytes 1 for CIFAR-10, 2 (coarse, fine) for CIFAR-100, of which the last counts
 * @param classNames what the labels mean
 */
public record CifarFormat(int labelBytes, List<String> classNames) implements SetFormat {

    @Override
    public boolean presentIn(Path folder) {
        return !files(folder).isEmpty();
    }

    @Override
    public String files() {
        return "files *.bin or *.bin.gz, or the authors' *.tar.gz";
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(bin|bin\\.gz|tar\\.gz)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ConfigurationException("The folder (" + folder + ") cannot be read: " + e.getMessage() + ".");
        }
    }

    @Override
    public Dataset read(String name, Path folder) {
        CifarRecords train = new CifarRecords(labelBytes, classNames.size());
        CifarRecords test = new CifarRecords(labelBytes, classNames.size());
        for (Path file : files(folder)) {
            try (InputStream in = open(file)) {
                if (file.toString().endsWith(".tar.gz")) {
                    readArchive(in, train, test);
                } else {
                    part(file.getFileName().toString(), train, test).read(in, file.toString());
                }
            } catch (EOFException e) {
                throw new ConfigurationException(
                        "The data file (" + file + ") is truncated. Remove it and fetch it again.");
            } catch (IOException e) {
                throw new ConfigurationException("The data file (" + file + ") cannot be read: " + e.getMessage()
                        + ". Check it with `peekbench data verify`, or remove it and fetch it again.");
            }
        }
        return CifarRecords.dataset(name, classNames, train, test);
    }

    private static InputStream open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        return file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    }

    private static CifarRecords part(String file, CifarRecords train, CifarRecords test) {
        return file.startsWith("test") ? test : train;
    }

    private static void readArchive(InputStream in, CifarRecords train, CifarRecords test) throws IOException {
        TarArchiveInputStream archive = new TarArchiveInputStream(in);
        for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            String file = Path.of(entry.getName()).getFileName().toString();
            if (file.endsWith(".bin")) {
                part(file, train, test).read(archive, entry.getName());
            }
        }
    }
}
