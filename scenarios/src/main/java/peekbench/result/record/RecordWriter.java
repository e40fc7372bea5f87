package peekbench.result.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peekbench.evaluation.Claims;
import peekbench.evaluation.TargetRecord;
import peekbench.threat.observation.TargetSet;

/** Writes what is known of single records below a trial's folder, and remembers where. */
public final class RecordWriter {
    private static final String LABELS_FILE = "labels.csv";
    private static final String MIXES_FILE = "mixes.csv";
    private static final String MEMBERS_FILE = "members.csv";

    private final Path trial;
    private final List<RecordFiles.Set> sets = new ArrayList<>();
    private List<String> classes = List.of();
    private List<String> columns = List.of();

    public RecordWriter(Path trial) {
        this.trial = trial;
    }

    public void names(List<String> ofClasses, List<String> ofColumns) {
        classes = List.copyOf(ofClasses);
        columns = List.copyOf(ofColumns);
    }

    /** Once a set: the records are the same for every attack. */
    public void records(TargetSet targets, List<TargetRecord> records, List<Integer> read) throws IOException {
        if (sets.stream().anyMatch(set -> set.targets() == targets)) {
            return;
        }
        String below = ReconstructionWriter.folder(targets);
        Files.createDirectories(trial.resolve(below));
        String file = below + "records.csv";
        RecordTables.writeRecords(trial.resolve(file), records, classes);
        sets.add(new RecordFiles.Set(targets, file, ReconstructionWriter.classes(trial, below + "originals", read)));
    }

    public void claims(String attack, Claims claims) throws IOException {
        if (!claims.labels().isEmpty()) {
            RecordTables.appendLabels(trial.resolve(LABELS_FILE), attack, claims.labels());
        }
        if (!claims.shares().isEmpty()) {
            RecordTables.appendMixes(trial.resolve(MIXES_FILE), attack, claims.shares());
        }
        if (!claims.memberships().isEmpty()) {
            RecordTables.appendMembers(trial.resolve(MEMBERS_FILE), attack, claims.memberships());
        }
    }

    public RecordFiles files() {
        return new RecordFiles(
                classes, columns, sets, written(LABELS_FILE), written(MIXES_FILE), written(MEMBERS_FILE));
    }

    private Optional<String> written(String file) {
        return Files.exists(trial.resolve(file)) ? Optional.of(file) : Optional.empty();
    }
}
