package peekbench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import peekbench.problem.ConfigurationException;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;
import peekbench.result.file.ResultStoreException;

/** Finished trials to learn from: those of result folders and of the folders beside them. */
final class FinishedNearby {
    private static final Logger LOG = LoggerFactory.getLogger(FinishedNearby.class);
    private static final int MOST_FOLDERS = 50;
    /** Of a folder beside that of the scenario: reading ten thousand takes longer than anybody waits for an estimate. */
    private static final int MOST_TRIALS = 200;

    private FinishedNearby() {}

    /** A folder that cannot be read tells nothing. */
    static List<StoredTrial> of(List<CheckedScenario> scenarios) {
        Set<Path> own = scenarios.stream()
                .map(scenario -> scenario.folder().toAbsolutePath())
                .collect(Collectors.toUnmodifiableSet());
        return own.stream()
                .map(folder -> Optional.ofNullable(folder.getParent()).orElse(folder))
                .distinct()
                .sorted()
                .filter(Files::isDirectory)
                .flatMap(parent -> Stream.concat(beside(parent).stream(), own.stream())
                        .filter(folder -> parent.equals(folder.getParent()))
                        .distinct())
                .flatMap(one -> readable(one, own.contains(one)).stream())
                .toList();
    }

    private static List<Path> beside(Path parent) {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.map(Path::toAbsolutePath)
                    .filter(Files::isDirectory)
                    .sorted()
                    .limit(MOST_FOLDERS)
                    .toList();
        } catch (IOException e) {
            LOG.debug("{} is no help to an estimate", parent, e);
            return List.of();
        }
    }

    private static List<StoredTrial> readable(Path folder, boolean whole) {
        try {
            ResultStore store = ResultStore.openExisting(folder);
            return whole ? store.trials() : store.some(MOST_TRIALS);
        } catch (ConfigurationException | ResultStoreException e) {
            LOG.debug("{} is no help to an estimate", folder, e);
            return List.of();
        }
    }
}
