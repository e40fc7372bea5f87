package peekbench.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.SavedState;
import peekbench.threat.observation.ObservedBatch;
import peekbench.threat.view.GradientView;
import peekbench.threat.view.LabelledServerView;

/**
 * What was kept of some epochs of a training.
 *
 * @param epochs by their numbers, from 1; those that training did not come to are missing
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record WatchedTraining(Map<Integer, Epoch> epochs) {
    /** Nobody watched. */
    public static final WatchedTraining NOTHING = new WatchedTraining(Map.of());

    public WatchedTraining {
        epochs = Map.copyOf(epochs);
    }

    /**
     * One epoch, in the order of training.
     *
     * @param batches features and gradients as they passed
     * @param labels the classes of all examples, where the protocol sends them in the clear; else empty
     * @param records the places of all examples in the data set: private truth, for the evaluation only
     */
    public record Epoch(List<ObservedBatch> batches, List<Integer> labels, List<Integer> records) {
        public Epoch {
            batches = List.copyOf(batches);
            labels = List.copyOf(labels);
            records = List.copyOf(records);
        }
    }

    /** This, written down where a record is kept; what was written, where a training is played back. */
    public WatchedTraining remembered(TrainingRecord record) {
        if (!record.isKept()) {
            return this;
        }
        SavedState state = record.watched();
        int[] numbers =
                numbers(state, "epochs", epochs.keySet().stream().sorted().toList());
        Map<Integer, Epoch> all = new HashMap<>();
        for (int number : numbers) {
            Epoch now = epochs.getOrDefault(number, new Epoch(List.of(), List.of(), List.of()));
            all.put(number, remembered(now, state.part("epoch-" + number)));
        }
        return new WatchedTraining(all);
    }

    private static Epoch remembered(Epoch now, SavedState state) {
        long count = state.number("batches", now.batches().size());
        List<ObservedBatch> batches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SavedState batch = state.part("batch-" + i);
            INDArray features =
                    state.isRead() ? Nd4j.scalar(0) : now.batches().get(i).features();
            INDArray gradients =
                    state.isRead() ? Nd4j.scalar(0) : now.batches().get(i).gradients();
            batches.add(new ObservedBatch(batch.array("features", features), batch.array("gradients", gradients)));
        }
        return new Epoch(
                batches,
                Arrays.stream(numbers(state, "labels", now.labels())).boxed().toList(),
                Arrays.stream(numbers(state, "records", now.records())).boxed().toList());
    }

    private static int[] numbers(SavedState state, String name, List<Integer> now) {
        long count = state.number(name + "-count", now.size());
        return count == 0
                ? new int[0]
                : state.array(name, Nd4j.createFromArray(now.isEmpty() ? new int[] {0} : toArray(now)))
                        .toIntVector();
    }

    private static int[] toArray(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** What someone saw who got the gradients, and nothing that was not sent. */
    public GradientView gradients(TrainingSetup setup) {
        return new GradientView(setup.precision(), setup.dataset().task().outputs(), each(Epoch::batches));
    }

    /** What a server saw that was sent the labels. */
    public LabelledServerView labels(TrainingSetup setup) {
        return new LabelledServerView(setup.precision(), setup.dataset().task().outputs(), each(Epoch::labels));
    }

    /** The records of each epoch in the order of training: private truth, for the evaluation only. */
    public Map<Integer, List<Integer>> records() {
        return each(Epoch::records);
    }

    private <T> Map<Integer, T> each(Function<Epoch, T> part) {
        return epochs.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, epoch -> part.apply(epoch.getValue())));
    }
}
