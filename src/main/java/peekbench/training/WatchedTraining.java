package peekbench.training;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import peekbench.threat.observation.ObservedBatch;
import peekbench.threat.view.GradientView;
import peekbench.threat.view.LabelledServerView;

/**
 * What was kept of some epochs of a training.
 *
 * @param epochs by their numbers, from 1; those that training did not come to are missing
 */
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
