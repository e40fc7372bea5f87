package peekbench.report.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import peekbench.evaluation.Score;
import peekbench.evaluation.Subject;
import peekbench.metric.Interval;
import peekbench.metric.Metric;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.report.estimate.SeedGroup;
import peekbench.result.StoredTrial;
import peekbench.threat.observation.TargetSet;

/** What a seed group scored, found by whom and on what: tables ask for every figure of every arm. */
public final class GroupScores {
    private static final TargetSet UNSEEN = TargetSet.VICTIM_TEST;

    private final SeedGroup group;
    private final List<OfTrial> trials;

    /** Whose score on which records. */
    private record Place(Subject subject, TargetSet targets) {}

    /** The scores of a completed trial, in its order; those of attacks and of the network itself together once more. */
    private record OfTrial(long seed, Map<Place, List<Score>> byPlace, Map<TargetSet, List<Score>> beside) {
        static OfTrial of(StoredTrial trial) {
            return new OfTrial(
                    trial.key().seed(),
                    trial.scores().stream()
                            .collect(Collectors.groupingBy(score -> new Place(score.subject(), score.targets()))),
                    trial.scores().stream()
                            .filter(score ->
                                    isAttack(score.subject()) || score.subject().kind() == Subject.Kind.MEASUREMENT)
                            .collect(Collectors.groupingBy(Score::targets)));
        }

        List<Score> of(Subject subject, TargetSet targets) {
            return byPlace.getOrDefault(new Place(subject, targets), List.of());
        }

        /** Its own score; an attack's row also shows what was measured of the trained network itself. */
        Optional<Score> score(Subject subject, TargetSet targets, Column column) {
            List<Score> others =
                    isAttack(subject) && !column.isClaim() ? beside.getOrDefault(targets, List.of()) : List.of();
            return Stream.concat(of(subject, targets).stream(), others.stream())
                    .filter(score -> column.shows(score.metric()))
                    .findFirst();
        }
    }

    private GroupScores(SeedGroup group) {
        this.group = group;
        this.trials = group.completed().stream().map(OfTrial::of).toList();
    }

    /** Those of a group. */
    public static GroupScores of(SeedGroup group) {
        return new GroupScores(group);
    }

    public SeedGroup group() {
        return group;
    }

    private static boolean isAttack(Subject subject) {
        return subject.kind() == Subject.Kind.ATTACK;
    }

    /** The attacks on the finished network, as the trials wrote them. */
    public List<Subject> attacks() {
        return subjects(GroupScores::isAttack);
    }

    /** Whom attacks are read by. */
    public List<Subject> references() {
        return subjects(subject -> subject instanceof Subject.ByReference);
    }

    private List<Subject> subjects(Predicate<Subject> wanted) {
        return group.completed().stream()
                .flatMap(trial -> trial.scores().stream())
                .map(Score::subject)
                .filter(wanted)
                .distinct()
                .toList();
    }

    /** Those who claim to have learned something, as the trials wrote them. */
    List<Subject> claimants() {
        Map<String, Boolean> claims = new HashMap<>();
        return group.completed().stream()
                .flatMap(trial -> trial.scores().stream())
                .filter(score -> claims.computeIfAbsent(
                        score.metric().label(),
                        label -> Column.of(score.metric())
                                .filter(Column::isClaim)
                                .isPresent()))
                .map(Score::subject)
                .distinct()
                .toList();
    }

    /** What one was told of an attack or reference, on those records, by seed; without seeds that have no such figure. */
    public List<Double> values(Subject subject, TargetSet targets, Metric metric) {
        return trials.stream()
                .flatMap(trial -> trial.of(subject, targets).stream()
                        .filter(score -> score.metric().label().equals(metric.label()))
                        .map(Score::value)
                        .limit(1))
                .toList();
    }

    /** What one attack or reference got, by seed; without seeds that have no such figure. */
    public Map<Long, Double> bySeed(Subject subject, TargetSet targets, Column column) {
        Map<Long, Double> values = new TreeMap<>();
        trials.forEach(trial ->
                trial.score(subject, targets, column).ifPresent(score -> values.put(trial.seed(), score.value())));
        return values;
    }

    /** The figure of one attack or reference, on those records. */
    public Optional<Estimate> estimate(Subject subject, TargetSet targets, Column column) {
        List<Score> scores = trials.stream()
                .map(trial -> trial.score(subject, targets, column))
                .flatMap(Optional::stream)
                .toList();
        if (scores.isEmpty()
                && TrainingFigures.UTILITIES.contains(column)
                && isAttack(subject)
                && standsFirst(subject, targets)) {
            return TrainingFigures.estimate(group, column);
        }
        Optional<Interval> overImages =
                column.intervalOverImages() ? scores.stream().findFirst().flatMap(Score::interval) : Optional.empty();
        return Estimate.of(
                scores.stream().mapToDouble(Score::value).toArray(),
                overImages,
                column.metric().bounds());
    }

    /** What the network itself is worth stands once: beside unseen records, or where an attack has none of these. */
    private boolean standsFirst(Subject subject, TargetSet targets) {
        return targets == UNSEEN
                || trials.stream().allMatch(trial -> trial.of(subject, UNSEEN).isEmpty());
    }

    /** Whether one scored the same in every trial as in the trial of that seed of another group. */
    boolean same(Subject subject, TargetSet targets, GroupScores other) {
        return trials.stream()
                .allMatch(trial -> other.trials.stream()
                        .anyMatch(shown -> shown.seed() == trial.seed()
                                && shown.of(subject, targets).equals(trial.of(subject, targets))));
    }
}
