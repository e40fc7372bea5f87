package peekbench.query;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.metric.Metric;
import peekbench.result.StoredTrial;
import peekbench.result.record.ReconstructionFiles;
import peekbench.threat.observation.TargetSet;

/**
 * What one attack made of one set of records, to be read row by row. Which records they are, {@link
 * peekbench.result.StoredRecords#of} says.
 *
 * @param trial the trial's folder
 * @param files where the arrays are
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record PictureSet(Path trial, ReconstructionFiles files) {
    /** Those that a trial stored, of the finished network and of epochs before, in the order in which attacks were mounted. */
    public static List<PictureSet> of(StoredTrial trial) {
        return trial.info().reconstructions().stream()
                .map(files -> new PictureSet(trial.folder(), files))
                .toList();
    }

    /** Who made them: {@code decoder}, or {@code decoder@3} after an epoch of training. */
    public String attack() {
        return files.attack();
    }

    /** Which records they are of. */
    public TargetSet targets() {
        return files.targets();
    }

    /**
     * The records themselves, perhaps more than the attack was given.
     *
     * @throws peekbench.result.file.ResultStoreException when the array is missing or damaged
     */
    public PixelRows originals() {
        return PixelRows.open(trial.resolve(files.originals()));
    }

    /**
     * What the attack made of the first of them.
     *
     * @throws peekbench.result.file.ResultStoreException when the array is missing or damaged
     */
    public PixelRows reconstructions() {
        return PixelRows.open(trial.resolve(files.reconstructions()));
    }

    /**
     * What a metric says of each pair; empty when it was not stored.
     *
     * @throws peekbench.result.file.ResultStoreException when the array is missing or damaged
     */
    public Optional<double[]> values(Metric metric) {
        return files.values().stream()
                .filter(values -> values.metric().equals(metric))
                .findFirst()
                .map(values -> PixelRows.vector(trial.resolve(values.file())));
    }

    /**
     * The class, from 0, that the classifier read in each; empty where there was no classifier.
     *
     * @throws peekbench.result.file.ResultStoreException when the array is missing or damaged
     */
    public Optional<double[]> read() {
        return files.read().map(file -> PixelRows.vector(trial.resolve(file)));
    }
}
