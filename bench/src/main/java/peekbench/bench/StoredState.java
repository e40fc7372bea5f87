package peekbench.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import peekbench.data.Sha256;
import peekbench.event.Event;
import peekbench.event.EventJson;
import peekbench.event.TrialEvent;
import peekbench.result.StoreCheck;

/**
 * A result folder at one moment.
 *
 * @param figures hash of each file that must be the same in every run of the same trials
 * @param complete when each complete trial was written
 * @param doneTwice trials that runs completed more than once
 * @param leftOver what runs should have removed, and what a check of the folder finds
 */
record StoredState(
        Map<String, String> figures, Map<String, String> complete, List<String> doneTwice, List<String> leftOver) {
    /** Times, hashes over times, whether a victim was trained or played back, and pages that show times. */
    private static final Pattern MAY_DIFFER = Pattern.compile(
            "\\.(runs|locks)/.*|[^/]*\\.(html|png|svg|pdf)|times\\.csv|(.*/)?(times\\.json|victim\\.json|SHA256SUMS)");

    private static final Pattern TEMPORARY = Pattern.compile(
            "(.*/)?\\.(tmp-|old-|damaged|failed|writable).*|\\.runs/.*(\\.lock|\\.control|process-\\d+\\.log)");

    static StoredState of(Path results) throws IOException {
        Map<String, String> figures = new TreeMap<>();
        List<String> leftOver = new ArrayList<>();
        for (Path file : files(results)) {
            String name = results.relativize(file).toString();
            if (TEMPORARY.matcher(name).matches()) {
                leftOver.add(name);
            } else if (!MAY_DIFFER.matcher(name).matches()) {
                figures.put(name, hash(file));
            }
        }
        StoreCheck.of(results).problems().forEach(problem -> leftOver.add(problem.place() + ": " + problem.text()));
        return new StoredState(figures, complete(results), doneTwice(results), leftOver);
    }

    /** When each complete trial was written; others may be being written at this moment. */
    static Map<String, String> complete(Path results) throws IOException {
        Map<String, String> complete = new TreeMap<>();
        if (!Files.isDirectory(results)) {
            return complete;
        }
        try (Stream<Path> entries = Files.list(results)) {
            for (Path entry : entries.filter(
                            entry -> !entry.getFileName().toString().startsWith("."))
                    .toList()) {
                Path trial = entry.resolve("trial.json");
                if (Files.exists(trial)) {
                    complete.put(
                            entry.getFileName().toString(),
                            Files.getLastModifiedTime(trial).toString());
                }
            }
        }
        return complete;
    }

    private static List<Path> files(Path results) throws IOException {
        try (Stream<Path> all = Files.walk(results)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static List<String> doneTwice(Path results) throws IOException {
        Set<String> done = new HashSet<>();
        List<String> twice = new ArrayList<>();
        for (Path journal : files(results)) {
            if (journal.toString().endsWith(".jsonl") && journal.toString().contains(".runs")) {
                for (String line : Files.readAllLines(journal, StandardCharsets.UTF_8)) {
                    Optional<Event> event = EventJson.read(line);
                    if (event.orElse(null) instanceof TrialEvent.Done end && !done.add(end.trial())) {
                        twice.add(end.trial());
                    }
                }
            }
        }
        return twice;
    }

    private static String hash(Path file) throws IOException {
        Sha256 digest = new Sha256();
        try (InputStream content = Files.newInputStream(file)) {
            byte[] part = content.readAllBytes();
            digest.update(part, part.length);
        }
        return HexFormat.of().formatHex(digest.finish());
    }

    int trials() {
        return complete.size();
    }

    /** Files that are not the same in both. */
    List<String> differences(StoredState other) {
        Set<String> names = new HashSet<>(figures.keySet());
        names.addAll(other.figures.keySet());
        return names.stream()
                .filter(name -> !figures.getOrDefault(name, "").equals(other.figures.getOrDefault(name, "")))
                .sorted()
                .toList();
    }

    /** Trials of an earlier moment that are gone or were written again. */
    List<String> lost(Map<String, String> earlier) {
        return earlier.entrySet().stream()
                .filter(trial -> !trial.getValue().equals(complete.getOrDefault(trial.getKey(), "")))
                .map(Map.Entry::getKey)
                .toList();
    }
}
