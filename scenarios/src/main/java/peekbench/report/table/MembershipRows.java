package peekbench.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peekbench.evaluation.Score;
import peekbench.evaluation.Subject;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.report.estimate.SeedGroup;
import peekbench.result.StoredTrial;
import peekbench.threat.observation.TargetSet;

/**
 * Rows about attacks on membership: for each arm its attackers, with what the arm costs.
 *
 * @param columns figures wanted
 */
record MembershipRows(List<Column> columns) {

    SummaryTable table(String title, List<StoredTrial> trials) {
        List<SummaryRow> rows = new ArrayList<>();
        for (List<SeedGroup> arms : SeedGroup.comparable(SeedGroup.of(trials))) {
            for (SeedGroup arm : arms) {
                attacks(arm).forEach(attack -> rows.add(row(arm, attack)));
            }
        }
        return SummaryTable.used(title, columns, rows);
    }

    private static List<Subject> attacks(SeedGroup arm) {
        return arm.completed().stream()
                .flatMap(trial -> trial.scores().stream())
                .filter(score -> Column.MEMBERSHIP_AUC.shows(score.metric()))
                .map(Score::subject)
                .distinct()
                .toList();
    }

    private SummaryRow row(SeedGroup arm, Subject attack) {
        return new SummaryRow(
                arm.key().protocol(),
                arm.key().cut(),
                arm.key().arm(),
                arm.key().settings(),
                Optional.of(Subject.Kind.ATTACK),
                attack.text(),
                LeakageRows.records(TargetSet.VICTIM_TRAIN),
                arm.completed().size(),
                arm.failed(),
                columns.stream().map(column -> cell(arm, attack, column)).toList(),
                CollapsedSeeds.marks(arm));
    }

    private static Optional<Estimate> cell(SeedGroup arm, Subject attack, Column column) {
        if (TrainingFigures.COLUMNS.contains(column)) {
            return TrainingFigures.estimate(arm, column);
        }
        List<Score> scores = arm.completed().stream()
                .flatMap(trial -> trial.scores().stream())
                .filter(score -> score.subject().equals(attack) && column.shows(score.metric()))
                .toList();
        return Estimate.of(
                scores.stream().mapToDouble(Score::value).toArray(),
                scores.stream().findFirst().flatMap(Score::interval),
                column.metric().bounds());
    }
}
