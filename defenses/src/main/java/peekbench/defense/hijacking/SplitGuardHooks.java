package peekbench.defense.hijacking;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.SavedState;
import peekbench.problem.ConfigurationException;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.HijackSuspectedException;

/** {@link SplitGuard} at one client. */
final class SplitGuardHooks implements DefenseHooks {
    private final SplitGuard options;
    private final String party;
    private final RandomGenerator generator;
    private final GradientSet fakes = new GradientSet();
    private final GradientSet regulars = new GradientSet();
    private final GradientSet otherRegulars = new GradientSet();
    private final Deque<Double> scores = new ArrayDeque<>();
    private int batches;
    private boolean fake;

    SplitGuardHooks(SplitGuard options, String party, RandomGenerator generator) {
        this.options = options;
        this.party = party;
        this.generator = generator;
    }

    private boolean isOff() {
        return options.fakeProbability() == 0;
    }

    /** @throws ConfigurationException when there are no classes that a label could be replaced by */
    @Override
    public INDArray filterTargets(INDArray targets) {
        if (isOff()) {
            return targets;
        }
        if (targets.size(1) < 2) {
            throw new ConfigurationException(
                    "The defense (split-guard) replaces labels by those of other classes; these"
                            + " targets are numbers. Use it with a data set that has classes.");
        }
        batches++;
        fake = batches > options.start() && generator.nextDouble() < options.fakeProbability();
        return fake ? mislabelled(targets) : targets;
    }

    private INDArray mislabelled(INDArray targets) {
        INDArray wrong = targets.dup('c');
        int classes = Math.toIntExact(targets.size(1));
        long rows = Math.round(options.fakeShare() * targets.size(0));
        for (long row = 0; row < rows; row++) {
            int shift = 1 + generator.nextInt(classes - 1);
            for (int target = 0; target < classes; target++) {
                wrong.putScalar(row, (target + shift) % classes, targets.getDouble(row, target));
            }
        }
        return wrong;
    }

    @Override
    public boolean learnsFrom(INDArray gradient) {
        if (isOff() || batches <= options.start()) {
            return true;
        }
        if (!fake) {
            (generator.nextBoolean() ? regulars : otherRegulars).add(gradient);
            return true;
        }
        fakes.add(gradient);
        if (!regulars.isEmpty() && !otherRegulars.isEmpty()) {
            judge(score(options, fakes, regulars, otherRegulars));
        }
        return false;
    }

    /**
     * SG, in [0, 1].
     *
     * @param first of the two sets of gradients of batches with right labels
     */
    static double score(SplitGuard options, GradientSet fakes, GradientSet first, GradientSet second) {
        GradientSet all = GradientSet.union(first, second);
        double gap = GradientSet.normGap(fakes, all);
        double ordinaryGap = GradientSet.normGap(first, second);
        double gaps = gap + ordinaryGap;
        double weighted = GradientSet.angle(fakes, all) * gap - GradientSet.angle(first, second) * ordinaryGap;
        double difference = gaps > 0 ? weighted / gaps : 0;
        return Math.pow(1 / (1 + Math.exp(-options.sensitivity() * difference)), options.exponent());
    }

    private void judge(double score) {
        scores.addLast(score);
        if (scores.size() > options.window()) {
            scores.removeFirst();
        }
        double mean = scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        if (scores.size() == options.window() && mean < options.threshold()) {
            throw new HijackSuspectedException(
                    party,
                    batches,
                    String.format(
                            Locale.ROOT,
                            "wrong labels change the gradients too little, the mean score of %d fake batches is %.3f and"
                                    + " must be at least %s",
                            options.window(),
                            mean,
                            options.threshold()));
        }
    }

    @Override
    public void remember(SavedState state) { // only training goes by what is drawn and gathered here
    }
}
