package peekbench.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import peekbench.evaluation.Reference;
import peekbench.evaluation.Subject;
import peekbench.metric.Metric;
import peekbench.report.estimate.Column;
import peekbench.report.estimate.Estimate;
import peekbench.threat.observation.TargetSet;

/**
 * Why a score is not the bound that it stands for: an attacker that was not trained to its end gets less than it could, a ceiling
 * that fails is no ceiling, and who cannot read the originals reads nothing in reconstructions.
 */
public final class BoundMarks {
    /** What an attacker who is handed the record itself should reach at least. */
    private static final double LEAST_CEILING = .9;

    /** The same in decibels, where pictures look alike to SSIM and are not. */
    private static final double LEAST_CEILING_DECIBELS = 25;

    /** By which of these a ceiling is held against its floor; the first that both have. */
    private static final List<Column> COMPARED = List.of(Column.SSIM, Column.PSNR);

    private final GroupScores scores;
    private final Subject subject;
    private final TargetSet targets;
    private final List<String> marks = new ArrayList<>();

    private BoundMarks(GroupScores scores, Subject subject, TargetSet targets) {
        this.scores = scores;
        this.subject = subject;
        this.targets = targets;
    }

    /** The reasons, as ends of sentences; most scores have none. */
    public static List<String> of(GroupScores scores, Subject subject, TargetSet targets) {
        BoundMarks marks = new BoundMarks(scores, subject, targets);
        switch (subject.kind()) {
            case ATTACK, DURING_TRAINING, STRENGTH -> marks.attack();
            case CEILING -> marks.ceiling();
            case FLOOR, REFERENCE, MEASUREMENT -> {}
        }
        return marks.marks;
    }

    private void attack() {
        List<Double> ended = scores.values(subject, targets, Metric.ATTACK_CONVERGED);
        long limited = ended.stream().filter(value -> value == 0).count();
        if (limited > 0) {
            marks.add(String.format(
                    Locale.ROOT,
                    "the attacker came to its limit of epochs or steps%s while it was still getting better; give it more",
                    ended.size() == 1 ? "" : " in " + limited + " of " + ended.size() + " seeds"));
        }
    }

    private void ceiling() {
        if (subject instanceof Subject.ByReference by && by.reference() == Reference.ORIGINALS) {
            reader();
            return;
        }
        boolean below = COMPARED.stream()
                .filter(column -> estimates(column).count() == 2)
                .findFirst()
                .map(this::belowFloor)
                .orElse(false);
        if (!below) {
            Stream.of(
                            tooLow(Column.SSIM, LEAST_CEILING, "rebuilds it with an SSIM of "),
                            tooLow(Column.PSNR, LEAST_CEILING_DECIBELS, "rebuilds it with a PSNR in dB of "),
                            tooLow(
                                    Column.REIDENTIFICATION,
                                    LEAST_CEILING,
                                    "gets something by which it is found with a chance of "))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(marks::add);
        }
    }

    private Optional<String> tooLow(Column column, double least, String does) {
        return scores.estimate(subject, targets, column)
                .filter(estimate -> estimate.mean() < least)
                .map(estimate -> "an attacker who is handed the record itself " + does + column.writeMean(estimate)
                        + " only, so it would rebuild others too badly as well");
    }

    private Stream<Estimate> estimates(Column column) {
        return Stream.of(subject, Reference.MEAN_IMAGE.subject())
                .flatMap(one -> scores.estimate(one, targets, column).stream());
    }

    private boolean belowFloor(Column column) {
        List<Estimate> both = estimates(column).toList();
        boolean below = both.get(0).mean() < both.get(1).mean();
        if (below) {
            marks.add("the ceiling (" + named(column, both.get(0)) + ") is below the floor ("
                    + named(column, both.get(1)) + ")");
        }
        return below;
    }

    private static String named(Column column, Estimate estimate) {
        return column.metric().label().toUpperCase(Locale.ROOT) + " " + column.writeMean(estimate);
    }

    /** Who reads one class in every picture has the accuracy that it has of mean images. */
    private void reader() {
        Optional<Estimate> originals = scores.estimate(subject, targets, Column.CLASSIFIER_ACCURACY);
        Optional<Estimate> chance =
                scores.estimate(Reference.MEAN_IMAGE.subject(), targets, Column.CLASSIFIER_ACCURACY);
        if (originals.isPresent() && chance.isPresent() && lowest(originals.get()) <= highest(chance.get())) {
            marks.add(
                    "who reads the reconstructions recognises "
                            + Column.CLASSIFIER_ACCURACY.write(originals.get()) + " of the originals themselves, and "
                            + Column.CLASSIFIER_ACCURACY.write(chance.get())
                            + " where every picture is the mean image, which is chance: no recognition accuracy here tells anything");
        }
    }

    private static double lowest(Estimate estimate) {
        return estimate.interval().map(around -> around.low()).orElse(estimate.mean());
    }

    private static double highest(Estimate estimate) {
        return estimate.interval().map(around -> around.high()).orElse(estimate.mean());
    }
}
