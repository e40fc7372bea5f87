package peekbench.ui.service.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import peekbench.evaluation.Subject;
import peekbench.query.ArmRow;
import peekbench.query.PixelRows;
import peekbench.report.estimate.Column;
import peekbench.result.StoredTrial;
import peekbench.result.file.ResultStoreException;
import peekbench.result.record.ReconstructionFiles;
import peekbench.result.record.RecordKind;
import peekbench.threat.observation.TargetSet;

/** The rows of one trial: one an attack that reconstructed records of a set. */
final class TrialRows {
    private final ArmRow arm;
    private final int colour;
    private final StoredTrial trial;
    private final TargetSet records;

    TrialRows(ArmRow arm, int colour, StoredTrial trial, TargetSet records) {
        this.arm = arm;
        this.colour = colour;
        this.trial = trial;
        this.records = records;
    }

    /** In the order in which the attacks were mounted; one row that says what is lacking where there is none. */
    List<ShownRow> rows() {
        if (!trial.completed()) {
            return List.of(lacking("This trial failed: "
                    + trial.info().errorSummary().orElse("it left no message")
                    + ". Run it again with the command in the inspector."));
        }
        Map<String, List<ReconstructionFiles>> byAttack = new LinkedHashMap<>();
        for (ReconstructionFiles files : trial.info().reconstructions()) {
            Subject subject = Subject.parse(files.attack());
            if (files.targets() == records && subject instanceof Subject.ByAttack attack) {
                byAttack.computeIfAbsent(attack.name(), name -> new ArrayList<>())
                        .add(files);
            }
        }
        List<ShownRow> rows = new ArrayList<>();
        byAttack.forEach((attack, files) -> rows.add(row(attack, files)));
        return rows.isEmpty() ? List.of(lacking(nothingStored())) : rows;
    }

    private String nothingStored() {
        String words = records == TargetSet.VICTIM_TEST ? "unseen records" : "records trained on";
        return trial.records()
                .lack(RecordKind.RECORDS)
                .orElse("No reconstructions of " + words + " are stored. Choose the other records, or an attack that"
                        + " reconstructs inputs.");
    }

    private ShownRow row(String attack, List<ReconstructionFiles> all) {
        Optional<PictureArrays> finished = Optional.empty();
        TreeMap<Integer, PictureArrays> epochs = new TreeMap<>();
        try {
            for (ReconstructionFiles files : all) {
                PictureArrays arrays = arrays(attack, files);
                if (arrays.epoch().isPresent()) {
                    epochs.put(arrays.epoch().getAsInt(), arrays);
                } else {
                    finished = Optional.of(arrays);
                }
            }
        } catch (ResultStoreException damaged) {
            return lacking(Optional.ofNullable(damaged.getMessage()).orElseGet(damaged::toString));
        }
        return row(attack, finished, epochs, Optional.empty());
    }

    private ShownRow lacking(String why) {
        return row("", Optional.empty(), new TreeMap<>(), Optional.of(why));
    }

    private ShownRow row(
            String attack,
            Optional<PictureArrays> finished,
            NavigableMap<Integer, PictureArrays> epochs,
            Optional<String> lack) {
        return new ShownRow(
                arm,
                colour,
                arm.arm(),
                arm.key().folder(),
                trial.key().id(),
                trial.key().seed(),
                attack,
                finished,
                epochs,
                lack,
                recordsHash(trial, records));
    }

    /** Equal for trials that drew the same records. */
    static String recordsHash(StoredTrial trial, TargetSet records) {
        return trial.info().provenance().data().sha256()
                + ' '
                + trial.info().provenance().data().indexSets().stream()
                        .filter(set -> set.name().equals(records.label()))
                        .map(set -> set.sha256())
                        .findFirst()
                        .orElse(trial.key().id());
    }

    private PictureArrays arrays(String attack, ReconstructionFiles files) {
        Path folder = trial.folder();
        Path made = folder.resolve(files.reconstructions());
        Subject subject = Subject.parse(files.attack());
        OptionalInt epoch = subject instanceof Subject.ByAttack one ? one.epoch() : OptionalInt.empty();
        try (PixelRows rows = PixelRows.open(made);
                PixelRows originals = PixelRows.open(folder.resolve(files.originals()))) {
            if (originals.rows() < rows.rows() || !originals.rowShape().equals(rows.rowShape())) {
                throw new IOException("it has " + rows.rows() + " of " + rows.rowShape() + " for " + originals.rows()
                        + " of " + originals.rowShape() + " in " + files.originals());
            }
            return new PictureArrays(
                    attack,
                    epoch,
                    folder.resolve(files.originals()),
                    made,
                    PictureShape.of(rows.rowShape()),
                    rows.rows(),
                    scores(folder, files, rows.rows()),
                    files.read().map(file -> classes(folder.resolve(file))).orElseGet(List::of));
        } catch (IOException e) {
            throw ResultStoreException.reading(made, e);
        }
    }

    private static List<RecordScores> scores(Path folder, ReconstructionFiles files, int count) {
        List<RecordScores> scores = new ArrayList<>();
        for (ReconstructionFiles.Values values : files.values()) {
            Optional<Column> column = Column.of(values.metric());
            double[] vector = PixelRows.vector(folder.resolve(values.file()));
            if (vector.length != count) {
                throw ResultStoreException.reading(
                        folder.resolve(values.file()),
                        new IOException("it has " + vector.length + " numbers for " + count + " reconstructions"));
            }
            column.ifPresent(known -> scores.add(new RecordScores(known, vector)));
        }
        return scores;
    }

    static List<Integer> classes(Path file) {
        List<Integer> classes = new ArrayList<>();
        for (double one : PixelRows.vector(file)) {
            classes.add((int) one);
        }
        return classes;
    }
}
