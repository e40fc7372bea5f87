package peekbench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

    private FinishedNearby() {}

    /** A folder that cannot be read tells nothing. */
    static List<StoredTrial> of(List<CheckedScenario> scenarios) {
        return scenarios.stream()
                .map(CheckedScenario::folder)
                .map(folder ->
                        Optional.ofNullable(folder.toAbsolutePath().getParent()).orElse(folder))
                .distinct()
                .filter(Files::isDirectory)
                .flatMap(parent -> beside(parent).stream())
                .flatMap(one -> readable(one).stream())
                .toList();
    }

    private static List<Path> beside(Path parent) {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .limit(MOST_FOLDERS)
                    .toList();
        } catch (IOException e) {
            LOG.debug("{} is no help to an estimate", parent, e);
            return List.of();
        }
    }

    private static List<StoredTrial> readable(Path folder) {
        try {
            return ResultStore.openExisting(folder).trials();
        } catch (ConfigurationException | ResultStoreException e) {
            LOG.debug("{} is no help to an estimate", folder, e);
            return List.of();
        }
    }
}
