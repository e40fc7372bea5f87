package peekbench.report.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import peekbench.evaluation.Score;
import peekbench.evaluation.Subject;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.report.estimate.SeedGroup;
import peekbench.result.StoredTrial;
import peekbench.threat.observation.TargetSet;

/**
 * What every attack got of every protocol and arm, one figure each: the first thing to look at when there are many.
 *
 * @param leading headings of what names a row
 * @param figures headings of what the network is worth and of each attack with what it is measured by
 * @param rows seed groups: what names them, then their figures
 */
public record AttackMatrix(List<String> leading, List<String> figures, List<List<String>> rows) {
    public static final String TITLE = "Every attack at a glance";
    private static final int FEWEST_ROWS = 4;
    private static final int FEWEST_ATTACKS = 3;
    /** The figure that speaks for an attack: the first of these that it has. */
    private static final List<Column> SPEAKING = List.of(
            Column.SSIM,
            Column.LABEL_AUC,
            Column.LABEL_ACCURACY,
            Column.MEMBERSHIP_AUC,
            Column.LABEL_DISTRIBUTION_DISTANCE,
            Column.MSE);

    /** A figure of an attack. */
    private record Figure(Subject attack, Column column) {}

    public AttackMatrix {
        leading = List.copyOf(leading);
        figures = List.copyOf(figures);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The matrix; empty where there are so few protocols, arms and attacks that the other tables show as much. */
    public static Optional<AttackMatrix> of(List<StoredTrial> trials) {
        List<SeedGroup> groups = SeedGroup.of(trials);
        List<Figure> attacks = attacks(groups);
        if (attacks.stream().map(Figure::attack).distinct().count() < FEWEST_ATTACKS || groups.size() < FEWEST_ROWS) {
            return Optional.empty();
        }
        boolean cuts =
                groups.stream().map(group -> group.key().cut()).distinct().count() > 1;
        List<Column> utilities = TrainingFigures.UTILITIES.stream()
                .filter(column -> groups.stream()
                        .anyMatch(
                                group -> TrainingFigures.estimate(group, column).isPresent()))
                .toList();
        List<String> figures =
                new ArrayList<>(utilities.stream().map(Column::heading).toList());
        attacks.forEach(figure ->
                figures.add(figure.attack().text() + " " + figure.column().heading()));
        return Optional.of(new AttackMatrix(
                cuts ? List.of(Cells.PROTOCOL, Cells.CUT, Cells.ARM) : List.of(Cells.PROTOCOL, Cells.ARM),
                figures,
                groups.stream()
                        .map(group -> row(group, cuts, utilities, attacks))
                        .toList()));
    }

    private static List<String> row(SeedGroup group, boolean cuts, List<Column> utilities, List<Figure> attacks) {
        List<String> cells = new ArrayList<>(List.of(group.key().protocol()));
        if (cuts) {
            cells.add(group.key().cut());
        }
        cells.add(Stream.of(group.key().arm(), group.key().settingsText())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", ")));
        utilities.forEach(column -> cells.add(Cells.text(column, TrainingFigures.estimate(group, column))));
        GroupScores scores = GroupScores.of(group);
        attacks.forEach(
                figure -> cells.add(Cells.text(figure.column(), figure(scores, figure.attack(), figure.column()))));
        return cells;
    }

    /** Of unseen records; of those trained on where the attack is about these. */
    private static Optional<Estimate> figure(GroupScores scores, Subject attack, Column column) {
        return scores.estimate(attack, TargetSet.VICTIM_TEST, column)
                .or(() -> scores.estimate(attack, TargetSet.VICTIM_TRAIN, column));
    }

    /** Attacks in the order in which they were mounted, each with the figure that speaks for it, and re-identification beside it. */
    private static List<Figure> attacks(List<SeedGroup> groups) {
        Map<Subject, Column> attacks = new LinkedHashMap<>();
        List<Score> scores = groups.stream()
                .flatMap(group -> group.completed().stream())
                .flatMap(trial -> trial.scores().stream())
                .filter(score -> score.subject().kind() == Subject.Kind.ATTACK && !Double.isNaN(score.value()))
                .toList();
        for (Column column : SPEAKING) {
            scores.stream()
                    .filter(score -> column.shows(score.metric()))
                    .forEach(score -> attacks.putIfAbsent(score.subject(), column));
        }
        Set<Subject> identifying = scores.stream()
                .filter(score -> Column.REIDENTIFICATION.shows(score.metric()))
                .map(Score::subject)
                .collect(Collectors.toSet());
        return attacks.entrySet().stream()
                .flatMap(attack -> Stream.concat(
                        Stream.of(new Figure(attack.getKey(), attack.getValue())),
                        identifying.contains(attack.getKey())
                                ? Stream.of(new Figure(attack.getKey(), Column.REIDENTIFICATION))
                                : Stream.empty()))
                .toList();
    }

    /** What a reader must know about it. */
    public List<String> notes() {
        return List.of(
                "One figure an attack, and of reconstructions whose record is found by them, of unseen records, or of those trained on where it is about these; arrows"
                        + " point to more leak. " + Cells.NONE
                        + " stands where nobody around the protocol can mount the attack, or no trial completed.");
    }

    /** As a Markdown table. */
    public String markdown() {
        List<List<String>> lines = new ArrayList<>(rows);
        lines.add(0, Stream.concat(leading.stream(), figures.stream()).toList());
        return TableText.markdown(lines, leading.size());
    }
}
