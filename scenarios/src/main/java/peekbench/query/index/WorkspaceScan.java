package peekbench.query.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import peekbench.result.file.ResultStoreException;

/**
 * The trial folders below a folder, which is a result folder, a folder of such, or one that has them in {@code results}. Folders
 * and files whose name begins with a dot are no business of a reader's.
 */
final class WorkspaceScan {
    /** A workspace, its {@code results}, a suite in it, a result folder in that. */
    private static final int DEPTH = 3;
    /** What tells the folder of a trial from any other, even when half of it is gone. */
    private static final List<String> TRIAL_FILES = List.of("trial.json", "scores.json", "metrics.jsonl");
    /** Files whose change the index must see; their folder tells when one comes or goes. */
    private static final List<String> STAMPED = List.of("trial.json", "scores.json", "metrics.jsonl", "times.json");

    private final Path root;
    private final Map<Place, String> stamps = new LinkedHashMap<>();

    /**
     * A folder of a trial.
     *
     * @param folder the result folder, below the workspace, with {@code /} between names; empty for the workspace itself
     * @param name the folder's name, which is the trial's id
     */
    record Place(String folder, String name) {}

    private WorkspaceScan(Path root) {
        this.root = root;
    }

    /**
     * Every trial folder with a stamp that tells whether it changed, without opening a file.
     *
     * @throws ResultStoreException when the folder cannot be read
     */
    static Map<Place, String> of(Path root) {
        WorkspaceScan scan = new WorkspaceScan(root);
        try {
            scan.visit(root, 0);
        } catch (IOException e) {
            throw ResultStoreException.reading(root, e);
        }
        return scan.stamps;
    }

    private void visit(Path folder, int depth) throws IOException {
        List<Path> others = new ArrayList<>();
        String place = root.relativize(folder).toString().replace('\\', '/');
        for (Path child : folders(folder, depth)) {
            if (TRIAL_FILES.stream().anyMatch(name -> Files.exists(child.resolve(name)))) {
                stamps.put(new Place(place, child.getFileName().toString()), stamp(child));
            } else {
                others.add(child);
            }
        }
        if (depth < DEPTH) {
            for (Path other : others) {
                visit(other, depth + 1);
            }
        }
    }

    /** Nothing of a folder that may not be looked into, unless it is the one asked for. */
    private static List<Path> folders(Path folder, int depth) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            if (depth == 0) {
                throw e;
            }
            return List.of();
        }
    }

    private static String stamp(Path trial) {
        StringBuilder stamp = new StringBuilder(time(trial));
        for (String name : STAMPED) {
            stamp.append(' ').append(time(trial.resolve(name)));
        }
        return stamp.toString();
    }

    private static String time(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Long.toString(attributes.lastModifiedTime().toMillis(), Character.MAX_RADIX) + ":"
                    + (attributes.isDirectory() ? "" : attributes.size());
        } catch (IOException e) {
            return "-";
        }
    }
}
