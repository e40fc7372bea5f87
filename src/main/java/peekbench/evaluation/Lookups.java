package peekbench.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.metric.Metric;
import peekbench.metric.Reidentification;
import peekbench.nn.array.Shape;
import peekbench.threat.observation.TargetSet;

/**
 * Which of the attacked records each reconstruction is taken for. The gallery is all of the target set at hand, so a share
 * compares at the same number of records only; the number is a score beside it.
 */
record Lookups(List<Lookup> each) {
    private static final int SECOND_CHANCE = 5;

    Lookups {
        each = List.copyOf(each);
    }

    /** By one kind of distance. */
    private record Lookup(Metric first, Metric amongFive, Reidentification found) {}

    /**
     * By pixels, or by columns of a table in their standard deviations, and by what a network sees.
     *
     * @param auxiliary records that columns are standardised by, {@code [M, …]}; one that is the same in all of them is left
     *     out
     * @param originals {@code [N, …]}
     * @param images of the same shape
     */
    static Lookups of(INDArray auxiliary, Optional<FeatureSpace> features, INDArray originals, INDArray images) {
        List<Lookup> each = new ArrayList<>();
        Shape shape = Shape.ofExample(originals.shape());
        each.add(new Lookup(
                Metric.REIDENTIFICATION,
                Metric.REIDENTIFICATION_TOP_5,
                shape.isImage()
                        ? Reidentification.of(originals, images)
                        : standardised(scales(auxiliary), originals, images)));
        features.ifPresent(space -> each.add(new Lookup(
                Metric.FEATURE_REIDENTIFICATION,
                Metric.FEATURE_REIDENTIFICATION_TOP_5,
                Reidentification.of(space.last(originals), space.last(images)))));
        return new Lookups(each);
    }

    private static Reidentification standardised(INDArray scales, INDArray originals, INDArray images) {
        return Reidentification.of(originals.mulRowVector(scales), images.mulRowVector(scales));
    }

    /** What columns are multiplied by: 1 / σ, or 0. */
    private static INDArray scales(INDArray rows) {
        INDArray deviations = rows.std(0);
        return deviations.gt(0).castTo(deviations.dataType()).divi(deviations.addi(Float.MIN_NORMAL));
    }

    List<Score> scores(Subject subject, TargetSet targets) {
        List<Score> scores = new ArrayList<>();
        for (Lookup lookup : each) {
            scores.add(score(subject, targets, lookup.first, lookup.found, 1));
            scores.add(score(subject, targets, lookup.amongFive, lookup.found, SECOND_CHANCE));
        }
        each.stream()
                .mapToInt(lookup -> lookup.found.size())
                .distinct()
                .forEach(size -> scores.add(new Score(subject, targets, Metric.REIDENTIFICATION_GALLERY, size)));
        return scores;
    }

    private static Score score(Subject subject, TargetSet targets, Metric metric, Reidentification found, int k) {
        return new Score(subject, targets, metric, found.share(k), Optional.of(found.interval(k)));
    }
}
