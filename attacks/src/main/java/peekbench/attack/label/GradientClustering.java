package peekbench.attack.label;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.math3.ml.clustering.CentroidCluster;
import org.apache.commons.math3.ml.clustering.DoublePoint;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.clustering.MultiKMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import peekbench.seed.Seed;
import peekbench.seed.SeededGenerator;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.InferredLabels;
import peekbench.threat.attack.LabelCandidate;
import peekbench.threat.attack.LabelGuess;
import peekbench.threat.attack.LabelTargets;
import peekbench.threat.observation.ObservedBatch;
import peekbench.threat.view.GradientView;

/**
 * Clusters the gradients of an epoch, or the features, into as many clusters as there are classes by k-means++ and takes
 * each cluster for a class. Vectors are scaled to length 1 before, features after their mean was taken away, so the distance is
 * {@code 2 - 2 cos}, squared. With two classes the evidence is how much nearer the second centre is. Which cluster is which
 * class stays open: scores are up to permutation.
 */
final class GradientClustering implements Attack<GradientView, InferredLabels> {
    private final GradientClusteringOptions options;

    GradientClustering(GradientClusteringOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "gradient-clustering";
    }

    @Override
    public Class<GradientView> view() {
        return GradientView.class;
    }

    @Override
    public InferredLabels run(GradientView view, AttackerKnowledge knowledge, Seed seed, AttackProgress progress) {
        Classes classes = new Classes(view.outputs(), knowledge.auxiliary().labels());
        List<ObservedBatch> batches = view.epoch(options.epoch());
        List<LabelCandidate> candidates = new ArrayList<>();
        for (ClusteredBy by : options.by()) {
            progress.report((double) candidates.size() / options.by().size(), by.label());
            LabelGuess guess = guess(batches, by, classes, seed.child(by.label()));
            candidates.add(new LabelCandidate(
                    by.label(), OptionalDouble.empty(), Map.of(LabelTargets.trainedIn(options.epoch()), guess)));
        }
        return new InferredLabels(true, candidates);
    }

    private LabelGuess guess(List<ObservedBatch> batches, ClusteredBy by, Classes classes, Seed seed) {
        List<double[]> first = new ArrayList<>();
        for (ObservedBatch batch : batches) {
            if (first.size() < options.examples()) {
                Collections.addAll(first, Directions.rows(by.of(batch)));
            }
        }
        double[] mean = by.isCentred() ? mean(first) : new double[first.get(0).length];
        List<double[]> centres = centres(first, mean, classes.count(), seed);
        List<Integer> labels = new ArrayList<>();
        List<Double> evidence = new ArrayList<>();
        for (ObservedBatch batch : batches) {
            for (double[] row : Directions.rows(by.of(batch))) {
                double[] distances = distances(centres, from(mean, row));
                labels.add(smallest(distances));
                if (classes.two()) {
                    evidence.add(distances[0] - distances[1]);
                }
            }
        }
        return new LabelGuess(labels, evidence);
    }

    private List<double[]> centres(List<double[]> examples, double[] mean, int count, Seed seed) {
        List<DoublePoint> points =
                examples.stream().map(row -> new DoublePoint(from(mean, row))).toList();
        KMeansPlusPlusClusterer<DoublePoint> once = new KMeansPlusPlusClusterer<>(
                count, options.iterations(), new EuclideanDistance(), new SeededGenerator(seed.child("centres")));
        List<CentroidCluster<DoublePoint>> clusters =
                new MultiKMeansPlusPlusClusterer<>(once, options.starts()).cluster(points);
        List<double[]> centres = new ArrayList<>();
        clusters.forEach(cluster -> centres.add(cluster.getCenter().getPoint()));
        return centres;
    }

    private static double[] mean(List<double[]> rows) {
        double[] mean = new double[rows.get(0).length];
        for (double[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / rows.size();
            }
        }
        return mean;
    }

    private static double[] from(double[] mean, double... row) {
        double[] direction = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            direction[i] = row[i] - mean[i];
        }
        Directions.toUnitLength(direction);
        return direction;
    }

    private static double[] distances(List<double[]> centres, double... point) {
        EuclideanDistance distance = new EuclideanDistance();
        return centres.stream()
                .mapToDouble(centre -> distance.compute(centre, point))
                .toArray();
    }

    private static int smallest(double... values) {
        int smallest = 0;
        for (int i = 1; i < values.length; i++) {
            smallest = values[i] < values[smallest] ? i : smallest;
        }
        return smallest;
    }
}
