package peekbench.report.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import peekbench.evaluation.Score;
import peekbench.metric.Interval;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Contestant;
import peekbench.report.estimate.Estimate;
import peekbench.report.estimate.SeedGroup;
import peekbench.result.StoredTrial;
import peekbench.threat.observation.TargetSet;

/**
 * Rows about contestants: for each arm its attackers, then floors and ceilings, unseen records before those trained on.
 *
 * @param columns figures wanted
 * @param wanted kinds of contestants to show
 */
public record LeakageRows(List<Column> columns, Predicate<Contestant> wanted) {
    private static final List<TargetSet> UNSEEN_FIRST = List.of(TargetSet.VICTIM_TEST, TargetSet.VICTIM_TRAIN);

    SummaryTable table(String title, List<StoredTrial> trials) {
        List<SeedGroup> groups = SeedGroup.of(trials);
        List<SummaryRow> rows = new ArrayList<>();
        if (groups.stream().anyMatch(group -> contestants(group).findAny().isPresent())) {
            for (List<SeedGroup> arms : SeedGroup.comparable(groups)) {
                UNSEEN_FIRST.forEach(targets -> addRows(arms, targets, rows));
            }
        }
        return SummaryTable.used(title, columns, rows);
    }

    /** Attackers of all arms, one below the other, then what to read them against. */
    private void addRows(List<SeedGroup> arms, TargetSet targets, List<SummaryRow> rows) {
        for (SeedGroup arm : arms) {
            boolean silent = contestants(arm).findAny().isEmpty();
            if (silent && targets == UNSEEN_FIRST.get(0)) {
                rows.add(row(arm, Optional.empty(), "", "", noCells()));
            }
            contestants(arm).filter(name -> !isBound(name)).forEach(name -> addRow(arm, name, targets, rows));
        }
        for (int i = 0; i < arms.size(); i++) {
            SeedGroup arm = arms.get(i);
            List<SeedGroup> before = arms.subList(0, i);
            contestants(arm)
                    .filter(LeakageRows::isBound)
                    .filter(name -> before.stream().noneMatch(shown -> sameScores(name, targets, arm, shown)))
                    .forEach(name -> addRow(arm, name, targets, rows));
        }
    }

    private void addRow(SeedGroup arm, String contestant, TargetSet targets, List<SummaryRow> rows) {
        List<Optional<Estimate>> cells = columns.stream()
                .map(column -> cell(arm, contestant, targets, column))
                .toList();
        boolean claims = IntStream.range(0, columns.size())
                .anyMatch(i -> cells.get(i).isPresent()
                        && Contestant.isClaim(columns.get(i).metric()));
        if (claims) {
            Optional<Contestant> kind = Optional.of(Contestant.of(contestant));
            rows.add(row(arm, kind, named(contestant), records(targets), cells));
        }
    }

    private static boolean isBound(String contestant) {
        Contestant kind = Contestant.of(contestant);
        return kind == Contestant.FLOOR || kind == Contestant.CEILING;
    }

    /** Floors and ceilings that no defense touches are the same for every arm and stand there once. */
    private static boolean sameScores(String contestant, TargetSet targets, SeedGroup arm, SeedGroup shown) {
        return arm.completed().stream()
                .allMatch(trial -> shown.completed().stream()
                        .anyMatch(other -> other.key().seed() == trial.key().seed()
                                && scores(other, contestant, targets).equals(scores(trial, contestant, targets))));
    }

    private static List<Score> scores(StoredTrial trial, String contestant, TargetSet targets) {
        return trial.scores().stream()
                .filter(score -> score.contestant().equals(contestant) && score.targets() == targets)
                .toList();
    }

    private List<Optional<Estimate>> noCells() {
        return columns.stream().map(column -> Optional.<Estimate>empty()).toList();
    }

    public static String records(TargetSet targets) {
        return targets == TargetSet.VICTIM_TEST ? "unseen" : "trained on";
    }

    /** Those who claim to have learned something, by kind and else as the trial wrote them. */
    private Stream<String> contestants(SeedGroup group) {
        return group.completed().stream()
                .flatMap(trial -> trial.scores().stream())
                .filter(score -> Contestant.isClaim(score.metric()))
                .map(Score::contestant)
                .filter(name -> wanted.test(Contestant.of(name)))
                .distinct()
                .sorted(Comparator.comparing(Contestant::of));
    }

    private static SummaryRow row(
            SeedGroup group,
            Optional<Contestant> kind,
            String contestant,
            String records,
            List<Optional<Estimate>> cells) {
        return new SummaryRow(
                group.key().protocol(),
                group.key().cut(),
                group.key().arm(),
                kind,
                contestant,
                records,
                group.completed().size(),
                group.failed(),
                cells);
    }

    private static String named(String contestant) {
        Contestant kind = Contestant.of(contestant);
        return switch (kind) {
            case ATTACK, DURING_TRAINING, STRENGTH -> contestant;
            case FLOOR, CEILING -> contestant.replace('-', ' ') + " (" + kind.label() + ")";
        };
    }

    static Optional<Estimate> cell(SeedGroup group, String contestant, TargetSet targets, Column column) {
        List<Score> scores = group.completed().stream()
                .map(trial -> score(trial, contestant, targets, column))
                .flatMap(Optional::stream)
                .toList();
        if (scores.isEmpty()
                && column == Column.ACCURACY
                && isMain(contestant)
                && standsFirst(group, contestant, targets)) {
            return TrainingFigures.estimate(group, column);
        }
        Optional<Interval> overImages =
                column.intervalOverImages() ? scores.stream().findFirst().flatMap(Score::interval) : Optional.empty();
        return Estimate.of(scores.stream().mapToDouble(Score::value).toArray(), overImages);
    }

    /** What the network itself is worth stands once: beside unseen records, or where an attack has none of these. */
    private static boolean standsFirst(SeedGroup group, String contestant, TargetSet targets) {
        return targets == UNSEEN_FIRST.get(0)
                || group.completed().stream()
                        .allMatch(trial ->
                                scores(trial, contestant, UNSEEN_FIRST.get(0)).isEmpty());
    }

    /** A contestant's own score; an attacker's row also shows what was measured of the trained network itself. */
    private static Optional<Score> score(StoredTrial trial, String contestant, TargetSet targets, Column column) {
        return trial.scores().stream()
                .filter(score -> score.targets() == targets && score.metric().equals(column.metric()))
                .filter(score -> score.contestant().equals(contestant)
                        || (isMain(contestant) && !Contestant.isClaim(column.metric()) && isMain(score.contestant())))
                .min(Comparator.comparing(score -> !score.contestant().equals(contestant)));
    }

    private static boolean isMain(String contestant) {
        return Contestant.of(contestant) == Contestant.ATTACK;
    }
}
