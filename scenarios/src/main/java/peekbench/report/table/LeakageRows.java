package peekbench.report.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import peekbench.evaluation.Score;
import peekbench.evaluation.Subject;
import peekbench.metric.Interval;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.report.estimate.SeedGroup;
import peekbench.result.StoredTrial;
import peekbench.threat.observation.TargetSet;

/**
 * Rows about attacks and references: for each arm its attacks, then floors, references and
 * ceilings, unseen records before those trained on.
 *
 * @param columns figures wanted
 * @param wanted whose figures to show
 */
public record LeakageRows(List<Column> columns, Predicate<Subject.Kind> wanted) {
    private static final List<TargetSet> UNSEEN_FIRST = List.of(TargetSet.VICTIM_TEST, TargetSet.VICTIM_TRAIN);

    SummaryTable table(String title, List<StoredTrial> trials) {
        List<SeedGroup> groups = SeedGroup.of(trials);
        List<SummaryRow> rows = new ArrayList<>();
        if (groups.stream().anyMatch(group -> subjects(group).findAny().isPresent())) {
            for (List<SeedGroup> arms : SeedGroup.comparable(groups)) {
                UNSEEN_FIRST.forEach(targets -> addRows(arms, targets, rows));
            }
        }
        return SummaryTable.used(title, columns, rows);
    }

    /** Attackers of all arms, one below the other, then what to read them against. */
    private void addRows(List<SeedGroup> arms, TargetSet targets, List<SummaryRow> rows) {
        for (SeedGroup arm : arms) {
            boolean silent = subjects(arm).findAny().isEmpty();
            if (silent && targets == UNSEEN_FIRST.get(0)) {
                rows.add(row(arm, Optional.empty(), "", "", noCells()));
            }
            subjects(arm).filter(subject -> !isBound(subject)).forEach(subject -> addRow(arm, subject, targets, rows));
        }
        for (int i = 0; i < arms.size(); i++) {
            SeedGroup arm = arms.get(i);
            List<SeedGroup> before = arms.subList(0, i);
            subjects(arm)
                    .filter(LeakageRows::isBound)
                    .filter(subject -> before.stream().noneMatch(shown -> sameScores(subject, targets, arm, shown)))
                    .forEach(subject -> addRow(arm, subject, targets, rows));
        }
    }

    private void addRow(SeedGroup arm, Subject subject, TargetSet targets, List<SummaryRow> rows) {
        List<Optional<Estimate>> cells = columns.stream()
                .map(column -> cell(arm, subject, targets, column))
                .toList();
        boolean claims = IntStream.range(0, columns.size())
                .anyMatch(i -> cells.get(i).isPresent() && columns.get(i).isClaim());
        if (claims) {
            rows.add(row(arm, Optional.of(subject.kind()), named(subject), records(targets), cells));
        }
    }

    private static boolean isBound(Subject subject) {
        return switch (subject.kind()) {
            case FLOOR, REFERENCE, CEILING -> true;
            case ATTACK, DURING_TRAINING, STRENGTH, MEASUREMENT -> false;
        };
    }

    /** Floors, references and ceilings that no defense touches are the same for every arm and stand there once. */
    private static boolean sameScores(Subject subject, TargetSet targets, SeedGroup arm, SeedGroup shown) {
        return arm.completed().stream()
                .allMatch(trial -> shown.completed().stream()
                        .anyMatch(other -> other.key().seed() == trial.key().seed()
                                && scores(other, subject, targets).equals(scores(trial, subject, targets))));
    }

    private static List<Score> scores(StoredTrial trial, Subject subject, TargetSet targets) {
        return trial.scores().stream()
                .filter(score -> score.subject().equals(subject) && score.targets() == targets)
                .toList();
    }

    private List<Optional<Estimate>> noCells() {
        return columns.stream().map(column -> Optional.<Estimate>empty()).toList();
    }

    public static String records(TargetSet targets) {
        return targets == TargetSet.VICTIM_TEST ? "unseen" : "trained on";
    }

    /** Those who claim to have learned something, by kind and else as the trial wrote them. */
    private Stream<Subject> subjects(SeedGroup group) {
        return group.completed().stream()
                .flatMap(trial -> trial.scores().stream())
                .filter(score ->
                        Column.of(score.metric()).filter(Column::isClaim).isPresent())
                .map(Score::subject)
                .filter(subject -> wanted.test(subject.kind()))
                .distinct()
                .sorted(Comparator.comparing(Subject::kind));
    }

    private static SummaryRow row(
            SeedGroup group, Optional<Subject.Kind> kind, String who, String records, List<Optional<Estimate>> cells) {
        return new SummaryRow(
                group.key().protocol(),
                group.key().cut(),
                group.key().arm(),
                group.key().settings(),
                kind,
                who,
                records,
                group.completed().size(),
                group.failed(),
                cells);
    }

    private static String named(Subject subject) {
        return isBound(subject)
                ? subject.text().replace('-', ' ') + " (" + subject.kind().label() + ")"
                : subject.text();
    }

    /** The figure of one attack or reference of a group, on those records. */
    public static Optional<Estimate> cell(SeedGroup group, Subject subject, TargetSet targets, Column column) {
        List<Score> scores = group.completed().stream()
                .map(trial -> score(trial, subject, targets, column))
                .flatMap(Optional::stream)
                .toList();
        if (scores.isEmpty()
                && column.equals(Column.ACCURACY)
                && isAttack(subject)
                && standsFirst(group, subject, targets)) {
            return TrainingFigures.estimate(group, column);
        }
        Optional<Interval> overImages =
                column.intervalOverImages() ? scores.stream().findFirst().flatMap(Score::interval) : Optional.empty();
        return Estimate.of(scores.stream().mapToDouble(Score::value).toArray(), overImages);
    }

    /** What the network itself is worth stands once: beside unseen records, or where an attack has none of these. */
    private static boolean standsFirst(SeedGroup group, Subject subject, TargetSet targets) {
        return targets == UNSEEN_FIRST.get(0)
                || group.completed().stream()
                        .allMatch(trial ->
                                scores(trial, subject, UNSEEN_FIRST.get(0)).isEmpty());
    }

    /** Its own score; an attack's row also shows what was measured of the trained network itself. */
    private static Optional<Score> score(StoredTrial trial, Subject subject, TargetSet targets, Column column) {
        return trial.scores().stream()
                .filter(score -> score.targets() == targets && column.shows(score.metric()))
                .filter(score -> score.subject().equals(subject)
                        || (isAttack(subject)
                                && !column.isClaim()
                                && (isAttack(score.subject()) || score.subject().kind() == Subject.Kind.MEASUREMENT)))
                .min(Comparator.comparing(score -> !score.subject().equals(subject)));
    }

    private static boolean isAttack(Subject subject) {
        return subject.kind() == Subject.Kind.ATTACK;
    }
}
