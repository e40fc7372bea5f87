package peekbench.result.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import peekbench.data.Sha256;

/**
 * The hash of every file of a trial, stored beside them in {@code SHA256SUMS} as {@code sha256sum} writes it, so that {@code
 * sha256sum -c SHA256SUMS} checks them too.
 */
public final class FileHashes {
    /** The file of hashes, which does not hold its own. */
    public static final String FILE = "SHA256SUMS";

    private static final int BUFFER = 1 << 16;
    private static final String BETWEEN = "  ";

    private FileHashes() {}

    /**
     * Writes the hashes of all files that are in a trial's folder now, below it included; whoever adds files to a trial calls
     * it again.
     *
     * @throws IOException when a file cannot be read, or the hashes not written
     */
    public static void write(Path trial) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> file : of(trial).entrySet()) {
            text.append(file.getValue()).append(BETWEEN).append(file.getKey()).append('\n');
        }
        Path aside = trial.resolve(FILE + ".new");
        Files.writeString(aside, text);
        Files.move(aside, trial.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether a trial has hashes; those of format 1 have none. */
    public static boolean exist(Path trial) {
        return Files.exists(trial.resolve(FILE));
    }

    /** What is missing, changed or added since the hashes were written, a sentence each; nothing when all is as it was. */
    public static List<String> differences(Path trial) throws IOException {
        SortedMap<String, String> present = of(trial);
        List<String> differences = new ArrayList<>();
        for (String line : Files.readAllLines(trial.resolve(FILE))) {
            int end = line.indexOf(BETWEEN);
            if (end < 0) {
                differences.add(FILE + " is damaged: it has the line (" + line + ")");
                continue;
            }
            String name = line.substring(end + BETWEEN.length());
            String hash = present.remove(name);
            if (hash == null) {
                differences.add(name + " is missing");
            } else if (!hash.equals(line.substring(0, end))) {
                differences.add(name + " has changed");
            }
        }
        present.keySet().forEach(name -> differences.add(name + " was added"));
        return differences;
    }

    private static SortedMap<String, String> of(Path trial) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> found = Files.walk(trial)) {
            files = found.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String name = trial.relativize(file).toString().replace('\\', '/');
            if (!name.equals(FILE)) {
                hashes.put(name, hash(file));
            }
        }
        return hashes;
    }

    private static String hash(Path file) throws IOException {
        Sha256 digest = new Sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream content = Files.newInputStream(file)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, read);
            }
        }
        return HexFormat.of().formatHex(digest.finish());
    }
}
