package peekbench.evaluation;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.MixedRecords;
import peekbench.data.Task;
import peekbench.nn.array.Precision;
import peekbench.seed.Seed;
import peekbench.threat.attack.LabelTargets;
import peekbench.threat.observation.TargetSet;

/**
 * The private records that attacks are scored on. Only the evaluation holds one; views and attacks never do.
 */
public final class PrivateTruth {
    private final Dataset dataset;
    private final Precision precision;
    private final int[] trained;
    private final int[] unseen;
    private final Map<Integer, List<Integer>> watched;
    private final List<int[]> clients;

    /**
     * The first records of the victims' parts.
     *
     * @param images at most how many of each
     */
    public PrivateTruth(Dataset dataset, IndexSets indexSets, int images, Precision precision) {
        this(dataset, indexSets, images, precision, Map.of(), List.of());
    }

    /**
     * The first records of the victims' parts, those of epochs that somebody watched, and what every client has.
     *
     * @param images at most how many of each part
     * @param watched the records of each watched epoch in the order of training
     * @param clients all records of each client
     */
    public PrivateTruth(
            Dataset dataset,
            IndexSets indexSets,
            int images,
            Precision precision,
            Map<Integer, List<Integer>> watched,
            List<int[]> clients) {
        this.clients = List.copyOf(clients);
        this.dataset = dataset;
        this.precision = precision;
        this.watched = Map.copyOf(watched);
        this.trained = first(indexSets.of(IndexSets.Part.VICTIM_TRAIN), images);
        this.unseen = first(indexSets.of(IndexSets.Part.VICTIM_TEST), images);
    }

    private static int[] first(int[] indices, int count) {
        return Arrays.copyOf(indices, Math.min(count, indices.length));
    }

    /**
     * The places in the data set, for the trained network to predict, in the order of the sets: a defense that draws random
     * numbers draws them for one set after the other.
     */
    public Map<TargetSet, int[]> records() {
        Map<TargetSet, int[]> records = new EnumMap<>(TargetSet.class);
        for (TargetSet targets : TargetSet.values()) {
            records.put(targets, records(targets));
        }
        return Collections.unmodifiableMap(records);
    }

    private int[] records(TargetSet targets) {
        return switch (targets) {
            case VICTIM_TRAIN -> trained;
            case VICTIM_TEST -> unseen;
        };
    }

    /** The original inputs {@code [n, …]} of a target set. */
    public INDArray originals(TargetSet targets) {
        return dataset.inputs(records(targets), precision);
    }

    /** What is known of every record of a target set, in the order of {@link #originals}. */
    List<TargetRecord> described(TargetSet targets) {
        Map<Integer, Integer> owners = new HashMap<>();
        if (targets == TargetSet.VICTIM_TRAIN) {
            for (int client = 0; client < clients.size(); client++) {
                for (int record : clients.get(client)) {
                    owners.put(record, client);
                }
            }
        }
        boolean classes = classes() > 0;
        return Arrays.stream(records(targets))
                .mapToObj(record -> new TargetRecord(
                        record,
                        classes ? OptionalInt.of(dataset.label(record)) : OptionalInt.empty(),
                        owners.containsKey(record) ? OptionalInt.of(owners.get(record)) : OptionalInt.empty()))
                .toList();
    }

    /**
     * The candidates for membership, in the order in which attackers are handed them.
     *
     * @param trial any seed of the trial
     */
    MixedRecords candidates(Seed trial) {
        return MixedRecords.of(trained, unseen, trial);
    }

    /** Their classes; empty for regression. */
    List<Integer> labels(TargetSet targets) {
        return dataset.task() instanceof Task.Classification
                ? Arrays.stream(dataset.labels(records(targets))).boxed().toList()
                : List.of();
    }

    /** The classes of records whose labels an attack infers, in its order. */
    int[] labels(LabelTargets targets) {
        return dataset.labels(records(targets));
    }

    /** The places in the data set of records whose labels an attack infers, in its order. */
    int[] records(LabelTargets targets) {
        return targets.epoch().isPresent() ? watched(targets.epoch().getAsInt()) : records(targets.records());
    }

    private int[] watched(int epoch) {
        List<Integer> places = watched.get(epoch);
        if (places == null) {
            throw new IllegalArgumentException(
                    "Nobody watched epoch (" + epoch + "), only " + new TreeSet<>(watched.keySet()) + ".");
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    /** How many classes there are; 0 for regression. */
    int classes() {
        return dataset.task() instanceof Task.Classification ? dataset.task().outputs() : 0;
    }

    /** The share of each class among every client's records, {@code [clients][classes]}; empty for regression. */
    double[][] labelDistributions() {
        return classes() == 0
                ? new double[0][]
                : clients.stream()
                        .map(indices -> LabelDistributions.of(
                                Arrays.stream(dataset.labels(indices)).boxed().toList(), classes()))
                        .toArray(double[][]::new);
    }
}
