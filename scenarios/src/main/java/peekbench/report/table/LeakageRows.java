package peekbench.report.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import peekbench.evaluation.Reference;
import peekbench.evaluation.Subject;
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
        List<List<Arm>> runs = SeedGroup.comparable(SeedGroup.of(trials)).stream()
                .map(run -> run.stream().map(this::arm).toList())
                .toList();
        List<SummaryRow> rows = new ArrayList<>();
        if (runs.stream().flatMap(List::stream).anyMatch(arm -> !arm.subjects().isEmpty())) {
            runs.forEach(arms -> UNSEEN_FIRST.forEach(targets -> addRows(arms, targets, rows)));
        }
        return SummaryTable.used(title, columns, rows);
    }

    /**
     * An arm and those who claim to have learned something of it, by kind and else as the trial wrote them.
     *
     * @param subjects of the kinds wanted
     */
    private record Arm(GroupScores scores, List<Subject> subjects) {}

    private Arm arm(SeedGroup group) {
        GroupScores scores = GroupScores.of(group);
        return new Arm(
                scores,
                scores.claimants().stream()
                        .filter(subject -> wanted.test(subject.kind()))
                        .sorted(Comparator.comparing(Subject::kind))
                        .toList());
    }

    /** Attackers of all arms, one below the other, then what to read them against. */
    private void addRows(List<Arm> arms, TargetSet targets, List<SummaryRow> rows) {
        for (Arm arm : arms) {
            if (arm.subjects().isEmpty() && targets == UNSEEN_FIRST.get(0)) {
                rows.add(row(arm.scores().group(), Optional.empty(), "", "", noCells(), List.of()));
            }
            arm.subjects().stream()
                    .filter(subject -> !isBound(subject))
                    .forEach(subject -> addRow(arm, subject, targets, rows));
        }
        for (int i = 0; i < arms.size(); i++) {
            Arm arm = arms.get(i);
            List<Arm> before = arms.subList(0, i);
            arm.subjects().stream()
                    .filter(LeakageRows::isBound)
                    // Those that no defense touches are the same for every arm and stand there once.
                    .filter(subject ->
                            before.stream().noneMatch(shown -> arm.scores().same(subject, targets, shown.scores())))
                    .forEach(subject -> addRow(arm, subject, targets, rows));
        }
    }

    private void addRow(Arm arm, Subject subject, TargetSet targets, List<SummaryRow> rows) {
        List<Optional<Estimate>> cells = columns.stream()
                .map(column -> arm.scores().estimate(subject, targets, column))
                .toList();
        boolean claims = IntStream.range(0, columns.size())
                .anyMatch(i -> cells.get(i).isPresent() && columns.get(i).isClaim());
        if (claims) {
            rows.add(row(
                    arm.scores().group(),
                    Optional.of(subject.kind()),
                    named(
                            subject,
                            Stream.of(Column.SSIM, Column.PSNR)
                                    .anyMatch(column -> arm.scores()
                                            .estimate(subject, targets, column)
                                            .isPresent())),
                    records(targets),
                    cells,
                    BoundMarks.of(arm.scores(), subject, targets)));
        }
    }

    private static boolean isBound(Subject subject) {
        return switch (subject.kind()) {
            case FLOOR, REFERENCE, CEILING -> true;
            case ATTACK, DURING_TRAINING, STRENGTH, MEASUREMENT -> false;
        };
    }

    private List<Optional<Estimate>> noCells() {
        return columns.stream().map(column -> Optional.<Estimate>empty()).toList();
    }

    public static String records(TargetSet targets) {
        return targets == TargetSet.VICTIM_TEST ? "unseen" : "trained on";
    }

    private static SummaryRow row(
            SeedGroup group,
            Optional<Subject.Kind> kind,
            String who,
            String records,
            List<Optional<Estimate>> cells,
            List<String> marks) {
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
                cells,
                Stream.concat(CollapsedSeeds.marks(group).stream(), marks.stream())
                        .toList());
    }

    /** @param images whether what was attacked are images; of a table, the mean image is a mean record */
    private static String named(Subject subject, boolean images) {
        if (!isBound(subject)) {
            return subject.text();
        }
        String name = subject.text().replace('-', ' ');
        boolean record = !images && subject instanceof Subject.ByReference by && by.reference() == Reference.MEAN_IMAGE;
        return (record ? name.replaceFirst("image", "record") : name) + " ("
                + subject.kind().label() + ")";
    }
}
