package peekbench.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import peekbench.metric.Assignment;
import peekbench.metric.Interval;
import peekbench.metric.Metric;
import peekbench.metric.RankedRecords;
import peekbench.metric.RankedRecords.Draw;
import peekbench.metric.RocCurve;
import peekbench.threat.attack.InferredLabels;
import peekbench.threat.attack.LabelCandidate;
import peekbench.threat.attack.LabelGuess;
import peekbench.threat.attack.LabelTargets;
import peekbench.threat.observation.TargetSet;

/** Compares inferred labels with the true ones. */
final class LabelScores {
    private static final int TWO_CLASSES = 2;

    private final PrivateTruth truth;
    private final Means means;

    LabelScores(PrivateTruth truth, Means means) {
        this.truth = truth;
        this.means = means;
    }

    /** The strongest candidate's scores under the attack's own name, every candidate's under {@code name/strength}. */
    List<Score> of(Subject subject, InferredLabels outcome) {
        List<Score> scores = new ArrayList<>(candidate(subject, outcome.strongest(), outcome.upToPermutation()));
        if (outcome.candidates().size() > 1) {
            for (LabelCandidate candidate : outcome.candidates()) {
                scores.addAll(candidate(subject.at(candidate.strength()), candidate, outcome.upToPermutation()));
            }
        }
        return scores;
    }

    /** What the strongest candidate says of every record. */
    List<Claims.Label> claims(InferredLabels outcome) {
        List<Claims.Label> claims = new ArrayList<>();
        outcome.strongest().guesses().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<LabelTargets, LabelGuess> guess) ->
                                guess.getKey().records())
                        .thenComparingInt(guess -> guess.getKey().epoch().orElse(0)))
                .forEach(guess -> claims.addAll(claims(guess.getKey(), guess.getValue(), outcome.upToPermutation())));
        return claims;
    }

    private List<Claims.Label> claims(LabelTargets targets, LabelGuess guess, boolean upToPermutation) {
        int[] records = truth.records(targets);
        int[] labels = truth.labels(targets);
        int[] given = given(guess);
        int[] named = upToPermutation ? named(given, labels) : given;
        return IntStream.range(0, records.length)
                .mapToObj(i -> new Claims.Label(
                        targets.records(),
                        targets.epoch(),
                        records[i],
                        labels[i],
                        given[i],
                        named[i],
                        guess.evidence().isEmpty()
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(guess.evidence().get(i))))
                .toList();
    }

    private static int[] given(LabelGuess guess) {
        return guess.classes().stream().mapToInt(Integer::intValue).toArray();
    }

    private List<Score> candidate(Subject subject, LabelCandidate candidate, boolean upToPermutation) {
        List<Score> scores = new ArrayList<>();
        candidate.guesses().forEach((targets, guess) -> {
            int[] labels = truth.labels(targets);
            scores.addAll(guess(subject, targets.records(), guess, labels, upToPermutation));
            candidate
                    .validationLoss()
                    .ifPresent(loss ->
                            scores.add(new Score(subject, targets.records(), Metric.ATTACK_VALIDATION_LOSS, loss)));
        });
        return scores;
    }

    private List<Score> guess(
            Subject subject, TargetSet targets, LabelGuess guess, int[] labels, boolean upToPermutation) {
        if (guess.classes().size() != labels.length) {
            throw new IllegalStateException("The attack (" + subject.text() + ") gave "
                    + guess.classes().size() + " labels for " + labels.length + " records; it must give one each.");
        }
        List<Score> scores = new ArrayList<>();
        if (!guess.evidence().isEmpty()) {
            boolean[] second = new boolean[labels.length];
            IntStream.range(0, labels.length).forEach(i -> second[i] = labels[i] == 1);
            scores.add(area(subject, targets, guess.evidence(), second));
        }
        int[] given = given(guess);
        int[] named = upToPermutation ? named(given, labels) : given;
        double[] right = IntStream.range(0, labels.length)
                .mapToDouble(i -> named[i] == labels[i] ? 1 : 0)
                .toArray();
        scores.add(means.of(subject, targets, Metric.LABEL_ACCURACY, right));
        return scores;
    }

    /** Upside down where that is larger; the interval is turned with the value and may reach below .5. */
    private Score area(Subject subject, TargetSet targets, List<Double> evidence, boolean... second) {
        if (IntStream.range(1, second.length).allMatch(i -> second[i] == second[0])) {
            return new Score(subject, targets, Metric.LABEL_AUC, Double.NaN);
        }
        RankedRecords ranked = RankedRecords.of(
                evidence.stream().mapToDouble(Double::doubleValue).toArray(), second);
        double value = area(ranked.curve());
        Interval interval = ranked.interval(
                LabelScores::area,
                Draw.ALL_RECORDS,
                means.resamples(),
                means.draws(subject, targets, Metric.LABEL_AUC));
        boolean upright = value >= .5;
        Interval turned = new Interval(1 - interval.high(), 1 - interval.low(), interval.level());
        return new Score(
                subject,
                targets,
                Metric.LABEL_AUC,
                upright ? value : 1 - value,
                Optional.of(upright ? interval : turned));
    }

    /** As {@link RocCurve#area}, but divided once: a digit of difference that results keep. */
    private static double area(RocCurve curve) {
        return curve.pairs() / (curve.members() * curve.others());
    }

    /** The labels given, renamed so that most are right. */
    private static int[] named(int[] given, int... labels) {
        int classes = 1 + Math.max(largest(given), largest(labels));
        long[][] together = new long[classes][classes];
        for (int i = 0; i < given.length; i++) {
            together[given[i]][labels[i]]++;
        }
        int[] names = Assignment.best(together);
        return Arrays.stream(given).map(label -> names[label]).toArray();
    }

    private static int largest(int... labels) {
        return Arrays.stream(labels).max().orElse(0);
    }

    /**
     * What an attacker gets who always answers the class that is most frequent among its own records: a share of right
     * labels, and an area of .5.
     *
     * @param own the attacker's labels
     */
    List<Score> majorityClass(List<Integer> own, TargetSet targets) {
        Map<Integer, Long> counts = own.stream().collect(Collectors.groupingBy(label -> label, Collectors.counting()));
        int most = counts.entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(0);
        int[] labels = truth.labels(LabelTargets.of(targets));
        List<Integer> always = Collections.nCopies(labels.length, most);
        List<Double> evidence = truth.classes() == TWO_CLASSES ? Collections.nCopies(labels.length, 0.0) : List.of();
        return guess(Reference.MAJORITY_CLASS.subject(), targets, new LabelGuess(always, evidence), labels, false);
    }
}
