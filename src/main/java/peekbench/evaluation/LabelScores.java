package peekbench.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import peekbench.metric.Assignment;
import peekbench.metric.Bootstrap;
import peekbench.metric.Interval;
import peekbench.metric.Metric;
import peekbench.metric.RankedRecords;
import peekbench.metric.RankedRecords.Draw;
import peekbench.metric.RocCurve;
import peekbench.seed.Seed;
import peekbench.threat.attack.InferredLabels;
import peekbench.threat.attack.LabelCandidate;
import peekbench.threat.attack.LabelGuess;
import peekbench.threat.attack.LabelTargets;
import peekbench.threat.observation.TargetSet;

/** Compares inferred labels with the true ones. */
final class LabelScores {
    private static final int TWO_CLASSES = 2;

    private final PrivateTruth truth;
    private final int resamples;
    private final Seed seed;

    LabelScores(PrivateTruth truth, int resamples, Seed seed) {
        this.truth = truth;
        this.resamples = resamples;
        this.seed = seed;
    }

    /** The strongest candidate's scores under the attack's own name, every candidate's under {@code name/strength}. */
    List<Score> of(String name, InferredLabels outcome) {
        List<Score> scores = new ArrayList<>(candidate(name, outcome.strongest(), outcome.upToPermutation()));
        if (outcome.candidates().size() > 1) {
            for (LabelCandidate candidate : outcome.candidates()) {
                scores.addAll(candidate(name + "/" + candidate.strength(), candidate, outcome.upToPermutation()));
            }
        }
        return scores;
    }

    private List<Score> candidate(String name, LabelCandidate candidate, boolean upToPermutation) {
        List<Score> scores = new ArrayList<>();
        candidate.guesses().forEach((targets, guess) -> {
            int[] labels = truth.labels(targets);
            scores.addAll(guess(name, targets.records(), guess, labels, upToPermutation));
            candidate
                    .validationLoss()
                    .ifPresent(loss -> scores.add(new Score(
                            name, targets.records(), Metric.ATTACK_VALIDATION_LOSS.label(), loss, Optional.empty())));
        });
        return scores;
    }

    private List<Score> guess(String name, TargetSet targets, LabelGuess guess, int[] labels, boolean upToPermutation) {
        if (guess.classes().size() != labels.length) {
            throw new IllegalStateException("The attack (" + name + ") gave "
                    + guess.classes().size() + " labels for " + labels.length + " records; it must give one each.");
        }
        List<Score> scores = new ArrayList<>();
        if (!guess.evidence().isEmpty()) {
            boolean[] second = new boolean[labels.length];
            IntStream.range(0, labels.length).forEach(i -> second[i] = labels[i] == 1);
            scores.add(area(name, targets, guess.evidence(), second));
        }
        int[] given = guess.classes().stream().mapToInt(Integer::intValue).toArray();
        int[] named = upToPermutation ? named(given, labels) : given;
        double[] right = IntStream.range(0, labels.length)
                .mapToDouble(i -> named[i] == labels[i] ? 1 : 0)
                .toArray();
        double share = Arrays.stream(right).average().orElse(Double.NaN);
        Interval interval = Bootstrap.mean(right, resamples, draws(name, targets, Metric.LABEL_ACCURACY));
        scores.add(new Score(name, targets, Metric.LABEL_ACCURACY.label(), share, Optional.of(interval)));
        return scores;
    }

    /** Upside down where that is larger; the interval is turned with the value and may reach below .5. */
    private Score area(String name, TargetSet targets, List<Double> evidence, boolean... second) {
        if (IntStream.range(1, second.length).allMatch(i -> second[i] == second[0])) {
            return new Score(name, targets, Metric.LABEL_AUC.label(), Double.NaN, Optional.empty());
        }
        RankedRecords ranked = RankedRecords.of(
                evidence.stream().mapToDouble(Double::doubleValue).toArray(), second);
        double value = area(ranked.curve());
        Interval interval =
                ranked.interval(LabelScores::area, Draw.ALL_RECORDS, resamples, draws(name, targets, Metric.LABEL_AUC));
        return value >= .5
                ? new Score(name, targets, Metric.LABEL_AUC.label(), value, Optional.of(interval))
                : new Score(
                        name,
                        targets,
                        Metric.LABEL_AUC.label(),
                        1 - value,
                        Optional.of(new Interval(1 - interval.high(), 1 - interval.low(), interval.level())));
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
        return guess(Contestants.MAJORITY_CLASS, targets, new LabelGuess(always, evidence), labels, false);
    }

    private Seed draws(String name, TargetSet targets, Metric metric) {
        return seed.child(name).child(targets.label()).child(metric.label());
    }
}
