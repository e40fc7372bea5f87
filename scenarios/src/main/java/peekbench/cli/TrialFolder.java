package peekbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import peekbench.problem.ConfigurationException;
import peekbench.result.ResultStore;
import peekbench.result.StoredTrial;

/** The trial whose folder somebody names. */
final class TrialFolder {
    private TrialFolder() {}

    static StoredTrial stored(Path trial) {
        Path folder = trial.toAbsolutePath().normalize();
        if (!Files.isDirectory(folder) || folder.getParent() == null) {
            throw new ConfigurationException("There is no trial at " + trial + ". Give the folder of a stored trial.");
        }
        return ResultStore.openExisting(Objects.requireNonNull(folder.getParent()))
                .find(Objects.requireNonNull(folder.getFileName()).toString())
                .orElseThrow(() -> new ConfigurationException(
                        "The folder " + trial + " holds no trial. Give the folder of a stored trial."));
    }
}
