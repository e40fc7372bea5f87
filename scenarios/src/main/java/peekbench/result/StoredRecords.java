package peekbench.result;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;
import peekbench.evaluation.Claims;
import peekbench.evaluation.TargetRecord;
import peekbench.result.record.ReadClasses;
import peekbench.result.record.ReconstructionFiles;
import peekbench.result.record.ReconstructionReader;
import peekbench.result.record.Reconstructions;
import peekbench.result.record.RecordFiles;
import peekbench.result.record.RecordKind;
import peekbench.result.record.RecordTables;
import peekbench.result.record.StoredClaim;
import peekbench.threat.observation.TargetSet;

/**
 * What a trial's folder tells of single records; files are read when asked for. What the trial does not have is empty, and
 * {@link #lack} says why.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class StoredRecords {
    private final Path folder;
    private final TrialInfo info;

    StoredRecords(Path folder, TrialInfo info) {
        this.folder = folder;
        this.info = info;
    }

    /** Names of the classes, in the order of their numbers; empty for regression. */
    public List<String> classNames() {
        return info.records().map(RecordFiles::classes).orElseGet(List::of);
    }

    /** Names of the numbers of a record, where they have any, as the columns of a table. */
    public List<String> columnNames() {
        return info.records().map(RecordFiles::columns).orElseGet(List::of);
    }

    /**
     * The records of a set, in the order of its arrays.
     *
     * @throws peekbench.result.file.ResultStoreException when the file is missing or damaged
     */
    public List<TargetRecord> of(TargetSet targets) {
        return set(targets)
                .map(set -> RecordTables.readRecords(folder.resolve(set.records())))
                .orElseGet(List::of);
    }

    /**
     * What the classifier of reconstructions read in the originals, which come first, and in what each attack made of
     * them.
     *
     * @throws peekbench.result.file.ResultStoreException when a file is missing or damaged
     */
    public List<ReadClasses> read(TargetSet targets) {
        List<ReadClasses> read = new ArrayList<>();
        set(targets).flatMap(RecordFiles.Set::read).ifPresent(file -> read.add(classes("originals", file)));
        for (ReconstructionFiles files : info.reconstructions()) {
            if (files.targets() == targets) {
                files.read().ifPresent(file -> read.add(classes(files.attack(), file)));
            }
        }
        return read;
    }

    private ReadClasses classes(String subject, String file) {
        return new ReadClasses(subject, ReconstructionReader.classes(folder.resolve(file)));
    }

    /**
     * What attacks made of the first records of a set while training went on, in the order of epochs.
     *
     * @throws peekbench.result.file.ResultStoreException when an array is missing or damaged
     */
    public List<Reconstructions> duringTraining(TargetSet targets) {
        return info.reconstructions().stream()
                .filter(files -> files.targets() == targets && files.duringTraining())
                .map(files -> ReconstructionReader.read(folder, files))
                .toList();
    }

    /**
     * What attacks made of the records of a set of the finished network, rows of tables included.
     *
     * @throws peekbench.result.file.ResultStoreException when an array is missing or damaged
     */
    public List<Reconstructions> finished(TargetSet targets) {
        return info.reconstructions().stream()
                .filter(files -> files.targets() == targets && !files.duringTraining())
                .map(files -> ReconstructionReader.read(folder, files))
                .toList();
    }

    /**
     * Labels of records, true and inferred.
     *
     * @throws peekbench.result.file.ResultStoreException when the file is missing or damaged
     */
    public List<StoredClaim<Claims.Label>> labels() {
        return table(RecordFiles::labels, RecordTables::readLabels);
    }

    /**
     * Shares of classes among clients' records, true and said.
     *
     * @throws peekbench.result.file.ResultStoreException when the file is missing or damaged
     */
    public List<StoredClaim<Claims.ClassShare>> mixes() {
        return table(RecordFiles::mixes, RecordTables::readMixes);
    }

    /**
     * Scores of membership beside the truth.
     *
     * @throws peekbench.result.file.ResultStoreException when the file is missing or damaged
     */
    public List<StoredClaim<Claims.Membership>> members() {
        return table(RecordFiles::members, RecordTables::readMembers);
    }

    private <T> List<T> table(Function<RecordFiles, Optional<String>> file, Function<Path, List<T>> read) {
        return info.records()
                .flatMap(file)
                .map(name -> read.apply(folder.resolve(name)))
                .orElseGet(List::of);
    }

    private Optional<RecordFiles.Set> set(TargetSet targets) {
        return info.records().stream()
                .flatMap(records -> records.sets().stream())
                .filter(set -> set.targets() == targets)
                .findFirst();
    }

    /** Why the trial has none of it, and what brings it; empty when it has some. */
    public Optional<String> lack(RecordKind kind) {
        if (info.records().isEmpty()) {
            return Optional.of("Trial " + info.key().id() + " has no " + kind.label()
                    + ", since it was stored before these were kept. Run it again, in another folder or with --replace;"
                    + " it takes " + kind.broughtBy() + ".");
        }
        return has(kind, info.records().orElseThrow())
                ? Optional.empty()
                : Optional.of("Trial " + info.key().id() + " has no " + kind.label() + ", which " + kind.broughtBy()
                        + " brings.");
    }

    private boolean has(RecordKind kind, RecordFiles files) {
        return switch (kind) {
            case RECORDS -> !files.sets().isEmpty();
            case READ_CLASSES ->
                files.sets().stream().anyMatch(set -> set.read().isPresent());
            case PICTURES_DURING_TRAINING ->
                info.reconstructions().stream().anyMatch(ReconstructionFiles::duringTraining);
            case LABELS -> files.labels().isPresent();
            case MIXES -> files.mixes().isPresent();
            case MEMBERS -> files.members().isPresent();
        };
    }
}
