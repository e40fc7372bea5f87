package peekbench.result.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
 * sha256sum -c SHA256SUMS} checks them too. A folder in the trial's with such a file of its own was added later and stands for
 * itself.
 */
public final class FileHashes {
    /** The file of hashes, which does not hold its own. */
    public static final String FILE = "SHA256SUMS";

    private static final int BUFFER = 1 << 16;
    private static final String BETWEEN = "  ";

    private FileHashes() {}

    /**
     * What is not as it was when hashes were written.
     *
     * @param damage files that are missing or changed, a sentence each
     * @param added files without a hash, a sentence each; they take nothing from the trial
     */
    public record Differences(List<String> damage, List<String> added) {
        public Differences {
            damage = List.copyOf(damage);
            added = List.copyOf(added);
        }

        /** All, in one text. */
        public String text() {
            return String.join(
                    "; ", Stream.concat(damage.stream(), added.stream()).toList());
        }
    }

    /**
     * Writes the hashes of all files that are in a folder now, below it included.
     *
     * @throws IOException when a file cannot be read, or the hashes not written
     */
    public static void write(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> file : of(folder).entrySet()) {
            text.append(file.getValue()).append(BETWEEN).append(file.getKey()).append('\n');
        }
        Path aside = folder.resolve(FILE + ".new");
        Files.writeString(aside, text);
        Files.move(aside, folder.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether a trial has hashes; those of format 1 have none. */
    public static boolean exist(Path trial) {
        return Files.exists(trial.resolve(FILE));
    }

    /** What is missing, changed or added since the hashes of a trial and of what was added to it were written. */
    public static Differences differences(Path trial) throws IOException {
        List<String> damage = new ArrayList<>();
        List<String> added = new ArrayList<>();
        compare(trial, "", damage, added);
        for (Path addition : additions(trial)) {
            compare(addition, addition.getFileName() + "/", damage, added);
        }
        return new Differences(damage, added);
    }

    private static void compare(Path folder, String prefix, List<String> damage, List<String> added)
            throws IOException {
        SortedMap<String, String> present = of(folder);
        String text = new String(Files.readAllBytes(folder.resolve(FILE)), StandardCharsets.UTF_8);
        for (String line : text.lines().toList()) {
            int end = line.indexOf(BETWEEN);
            if (end < 0) {
                damage.add(prefix + FILE + " is damaged: it has the line (" + line + ")");
                continue;
            }
            String name = line.substring(end + BETWEEN.length());
            String hash = present.remove(name);
            if (hash == null) {
                damage.add(prefix + name + " is missing");
            } else if (!hash.equals(line.substring(0, end))) {
                damage.add(prefix + name + " has changed");
            }
        }
        present.keySet().forEach(name -> added.add(prefix + name + " was added"));
    }

    private static List<Path> additions(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(FileHashes::exist).sorted().toList();
        }
    }

    private static SortedMap<String, String> of(Path folder) throws IOException {
        List<Path> additions = additions(folder);
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile)
                    .filter(file -> additions.stream().noneMatch(file::startsWith))
                    .toList();
        }
        SortedMap<String, String> hashes = new TreeMap<>();
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (!name.equals(FILE)) {
                hashes.put(name, hash(file));
            }
        }
        return hashes;
    }

    /** The SHA-256 of one file. */
    public static String hash(Path file) throws IOException {
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
