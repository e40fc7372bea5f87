package peekbench.result;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import peekbench.evaluation.Score;
import peekbench.result.kept.KeptFiles;
import peekbench.result.kept.OwnImages;
import peekbench.result.record.ReconstructionReader;
import peekbench.result.record.Reconstructions;
import peekbench.result.record.RocFile;
import peekbench.result.record.StoredRoc;
import peekbench.threat.observation.TargetSet;

/**
 * A finished trial as its folder holds it; arrays are read when asked for.
 *
 * @param folder the trial's folder
 * @param info its provenance and how it ended
 * @param epochs training, in order
 * @param scores of every attack and reference
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record StoredTrial(Path folder, TrialInfo info, List<EpochMetrics> epochs, List<Score> scores) {
    public StoredTrial {
        epochs = List.copyOf(epochs);
        scores = List.copyOf(scores);
    }

    public TrialKey key() {
        return info.key();
    }

    /** Whether it completed and is the same work. */
    public boolean completes(TrialWork work) {
        return completed() && info.work().equals(work);
    }

    /** The epoch whose weights are the trial's result; empty when no epoch was trained. */
    public Optional<EpochMetrics> result() {
        Optional<EpochMetrics> last = epochs.stream().reduce((earlier, later) -> later);
        return epochs.stream()
                .filter(EpochMetrics::kept)
                .reduce((earlier, later) -> later)
                .or(() -> last);
    }

    public boolean completed() {
        return info.status() == TrialStatus.COMPLETED;
    }

    /**
     * Reads the curves of attacks on membership, in the order in which they were mounted.
     *
     * @throws peekbench.result.file.ResultStoreException when they are damaged
     */
    public List<StoredRoc> rocCurves() {
        return RocFile.read(folder.resolve(StoreFolder.ROC_FILE));
    }

    /**
     * What is stored of single records: which they are, what attacks claimed of each, what was read in reconstructions.
     * Files are read when asked for.
     */
    public StoredRecords records() {
        return new StoredRecords(folder, info);
    }

    /**
     * What is known of its victim; empty where none was to be kept, the trial failed before it was trained, or what is said
     * of it is damaged.
     */
    public Optional<VictimNote> victim() {
        return VictimNote.in(folder);
    }

    /**
     * What is kept beside figures and pictures.
     *
     * @throws peekbench.result.file.ResultStoreException when the file that says it is damaged
     */
    public KeptFiles kept() {
        return KeptFiles.of(folder);
    }

    /**
     * Images that somebody sent through its client later; empty where nobody did.
     *
     * @throws peekbench.result.file.ResultStoreException when the file that says it is damaged
     */
    public Optional<OwnImages> ownImages() {
        return OwnImages.of(folder);
    }

    /**
     * Reads the stored images of one target set and the finished network, those of the strongest attack first as the trial wrote them.
     *
     * @throws peekbench.result.file.ResultStoreException when an array is missing or damaged
     */
    public List<Reconstructions> reconstructions(TargetSet targets) {
        return info.reconstructions().stream()
                .filter(files -> files.targets() == targets && files.gallery())
                .map(files -> ReconstructionReader.read(folder, files))
                .toList();
    }
}
