package peekbench.ui.service.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import peekbench.query.ArmRow;
import peekbench.query.Measure;
import peekbench.query.Order;
import peekbench.query.TrialRow;
import peekbench.query.filter.Filter;
import peekbench.result.StoredRecords;
import peekbench.result.StoredTrial;
import peekbench.result.file.ResultStoreException;
import peekbench.result.record.ReadClasses;
import peekbench.threat.observation.TargetSet;
import peekbench.ui.service.TrialArchive;

/** Finds whose pictures are shown, and reads all about them but the pixels. */
public final class LookReader {
    /** Arms that are looked at to find those that are comparable. */
    private static final int MOST_LOOKED_AT = 48;

    private final TrialArchive archive;

    /** @param archive the open results */
    public LookReader(TrialArchive archive) {
        this.archive = archive;
    }

    /** Reads what a request asks for; what cannot be read is said in its row. */
    public LookContent read(LookRequest request) {
        Optional<ArmRow> current = arm(request.arm());
        if (current.isEmpty()) {
            return LookContent.NOTHING;
        }
        List<TrialRow> trials = archive.trials(request.arm());
        Optional<TrialRow> shown = shown(trials, request.seed());
        Optional<StoredTrial> trial = Optional.empty();
        Optional<String> problem = shown.flatMap(TrialRow::reason);
        if (shown.isPresent() && shown.get().status() != TrialRow.Status.UNREADABLE) {
            try {
                trial = archive.trial(shown.get().folder(), shown.get().id());
            } catch (ResultStoreException damaged) {
                problem = Optional.ofNullable(damaged.getMessage());
            }
        }
        List<ShownRow> rows = rows(request, current.get(), trials, trial);
        return new LookContent(rows, records(rows, request.records()), trials, shown, trial, problem);
    }

    private Optional<ArmRow> arm(ArmRow.Key key) {
        Filter filter = equal(equal(Filter.ALL, "folder", key.folder()), "group", key.group());
        return archive.arms(filter, Order.OF_REPORTS, Measure.SSIM, 0, 1).stream()
                .findFirst();
    }

    private static Filter equal(Filter filter, String key, String value) {
        return filter.and(new Filter.Condition(key, Filter.Operator.EQUAL, value, false));
    }

    private static Optional<TrialRow> shown(List<TrialRow> trials, OptionalLong seed) {
        return seed.isPresent()
                ? trials.stream()
                        .filter(row -> row.key()
                                .filter(key -> key.seed() == seed.getAsLong())
                                .isPresent())
                        .findFirst()
                : trials.stream()
                        .filter(row -> row.status() == TrialRow.Status.COMPLETED)
                        .findFirst()
                        .or(() -> trials.stream().findFirst());
    }

    private List<ShownRow> rows(
            LookRequest request, ArmRow current, List<TrialRow> trials, Optional<StoredTrial> trial) {
        return switch (request.by()) {
            case ARM -> ofArms(request, current, trial);
            case ATTACK -> labelledByAttack(ofTrial(request, current, 0, request.seed()));
            case EPOCH -> byEpoch(ofTrial(request, current, 0, request.seed()));
            case SEED -> bySeed(request, current, trials);
            case CUT -> byCut(request, current);
        };
    }

    private List<ShownRow> ofArms(LookRequest request, ArmRow current, Optional<StoredTrial> trial) {
        List<ArmRow> arms = new ArrayList<>();
        if (request.pins().isEmpty()) {
            arms.addAll(comparable(current, trial));
        } else {
            Set<ArmRow.Key> keys = new LinkedHashSet<>(request.pins());
            keys.add(request.arm());
            keys.forEach(key -> arm(key).ifPresent(arms::add));
        }
        List<ShownRow> rows = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            rows.addAll(ofTrial(request, arms.get(i), i, request.seed()));
        }
        return labels(rows);
    }

    /** The arms that differ from the current one only in their defenses, that without a defense first; the current one is always there. */
    private List<ArmRow> comparable(ArmRow current, Optional<StoredTrial> trial) {
        Filter same = equal(
                equal(equal(Filter.ALL, "folder", current.key().folder()), "protocol", current.protocol()),
                "cut",
                current.cut());
        List<ArmRow> found = new ArrayList<>();
        for (ArmRow arm : archive.arms(same, Order.OF_REPORTS, Measure.SSIM, 0, MOST_LOOKED_AT)) {
            boolean fits = arm.key().equals(current.key())
                    || trial.map(one -> sameSettings(one, arm)).orElse(true);
            if (fits && found.size() < LookRequest.MOST_ARMS) {
                found.add(arm);
            }
        }
        if (found.stream().noneMatch(arm -> arm.key().equals(current.key()))) {
            if (found.size() == LookRequest.MOST_ARMS) {
                found.remove(found.size() - 1);
            }
            found.add(current);
        }
        return found;
    }

    private boolean sameSettings(StoredTrial trial, ArmRow arm) {
        if (trial.key().settings().isEmpty()) {
            return true;
        }
        return archive.trials(arm.key()).stream()
                .filter(row -> row.status() != TrialRow.Status.UNREADABLE)
                .findFirst()
                .flatMap(row -> archive.trial(row.folder(), row.id()))
                .filter(other ->
                        other.key().settingsBesideArm().equals(trial.key().settingsBesideArm()))
                .isPresent();
    }

    private List<ShownRow> ofTrial(LookRequest request, ArmRow arm, int colour, OptionalLong seed) {
        Optional<TrialRow> shown = shown(archive.trials(arm.key()), seed);
        if (shown.isEmpty()) {
            String words = seed.isPresent() ? "seed " + seed.getAsLong() : "any seed";
            return List.of(lacking(arm, colour, "", "There is no trial of this arm with " + words + "."));
        }
        return ofTrial(request, arm, colour, shown.get());
    }

    private List<ShownRow> ofTrial(LookRequest request, ArmRow arm, int colour, TrialRow row) {
        try {
            return archive.trial(row.folder(), row.id())
                    .map(trial -> new TrialRows(arm, colour, trial, request.records()).rows())
                    .orElseGet(() -> List.of(lacking(
                            arm, colour, row.id(), row.reason().orElse("The trial's folder is gone. Run it again."))));
        } catch (ResultStoreException damaged) {
            String why = Optional.ofNullable(damaged.getMessage()).orElseGet(damaged::toString);
            return List.of(lacking(arm, colour, row.id(), why));
        }
    }

    private static ShownRow lacking(ArmRow arm, int colour, String trial, String why) {
        return new ShownRow(
                arm,
                colour,
                arm.arm(),
                arm.key().folder(),
                trial,
                0,
                "",
                Optional.empty(),
                new TreeMap<>(),
                Optional.of(why),
                "");
    }

    private List<ShownRow> bySeed(LookRequest request, ArmRow current, List<TrialRow> trials) {
        List<ShownRow> rows = new ArrayList<>();
        for (TrialRow trial : trials) {
            String seed = trial.key().map(key -> "seed " + key.seed()).orElse(trial.id());
            ofTrial(request, current, 0, trial).stream().findFirst().ifPresent(row -> rows.add(row.labelled(seed)));
        }
        return rows;
    }

    private List<ShownRow> byCut(LookRequest request, ArmRow current) {
        Filter same = equal(
                equal(equal(Filter.ALL, "folder", current.key().folder()), "protocol", current.protocol()),
                "arm",
                current.arm());
        List<ShownRow> rows = new ArrayList<>();
        for (ArmRow arm : archive.arms(same, Order.OF_REPORTS, Measure.SSIM, 0, LookRequest.MOST_ARMS)) {
            ofTrial(request, arm, rows.size(), request.seed()).stream()
                    .findFirst()
                    .ifPresent(row -> rows.add(row.labelled("cut " + arm.cut())));
        }
        return rows;
    }

    private static List<ShownRow> labelledByAttack(List<ShownRow> rows) {
        return rows.stream()
                .map(row -> row.attack().isEmpty() ? row : row.labelled(row.attack()))
                .toList();
    }

    /** One row an epoch of the first attack that has any, then the finished network. */
    private static List<ShownRow> byEpoch(List<ShownRow> rows) {
        Optional<ShownRow> watched =
                rows.stream().filter(row -> !row.epochs().isEmpty()).findFirst();
        if (watched.isEmpty()) {
            return rows;
        }
        ShownRow row = watched.get();
        List<ShownRow> byEpoch = new ArrayList<>();
        NavigableMap<Integer, PictureArrays> none = new TreeMap<>();
        row.epochs()
                .forEach((epoch, arrays) -> byEpoch.add(new ShownRow(
                        row.arm(),
                        row.colour(),
                        "after epoch " + epoch,
                        row.folder(),
                        row.trial(),
                        row.seed(),
                        row.attack(),
                        Optional.of(arrays),
                        none,
                        Optional.empty(),
                        row.recordsHash())));
        byEpoch.add(row.labelled("end of training"));
        return byEpoch;
    }

    /** Protocol and cut stand in a label only where they differ between the rows. */
    private static List<ShownRow> labels(List<ShownRow> rows) {
        boolean protocols =
                rows.stream().map(row -> row.arm().protocol()).distinct().count() > 1;
        boolean cuts = rows.stream().map(row -> row.arm().cut()).distinct().count() > 1;
        return rows.stream()
                .map(row -> row.labelled((protocols ? row.arm().protocol() + ", " : "")
                        + (cuts ? "cut " + row.arm().cut() + ", " : "")
                        + row.arm().arm()))
                .toList();
    }

    private ShownRecords records(List<ShownRow> rows, TargetSet targets) {
        Optional<ShownRow> first =
                rows.stream().filter(row -> row.finished().isPresent()).findFirst();
        if (first.isEmpty()) {
            return ShownRecords.UNKNOWN;
        }
        try {
            return archive.trial(first.get().folder(), first.get().trial())
                    .map(trial -> records(trial.records(), targets))
                    .orElse(ShownRecords.UNKNOWN);
        } catch (ResultStoreException damaged) {
            return ShownRecords.UNKNOWN;
        }
    }

    private static ShownRecords records(StoredRecords stored, TargetSet targets) {
        Map<String, ReadClasses> read = new LinkedHashMap<>();
        stored.read(targets).forEach(one -> read.putIfAbsent(one.subject(), one));
        return new ShownRecords(
                stored.of(targets),
                stored.classNames(),
                stored.columnNames(),
                Optional.ofNullable(read.get("originals"))
                        .map(ReadClasses::classes)
                        .orElseGet(List::of));
    }
}
