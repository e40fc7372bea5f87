package peekbench.protocol.adasplit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.Tap;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingRecord;
import peekbench.training.WatchedNetwork;
import peekbench.training.WatchedTraining;

/** Keeps, in some epochs, the classes that clients send to a server that answers with nothing. */
final class ArrivedLabels implements Tap {
    private final Set<Integer> epochs;
    private final BatchSchedule schedule;
    private final Map<Integer, List<Batch>> kept = new HashMap<>();
    private int epoch;

    /** A batch that arrived; its records are found later. */
    private record Batch(BatchSchedule.ClientBatch of, List<Integer> labels) {}

    /**
     * @param epochs those to keep
     * @param schedule which records a client's batch has
     */
    ArrivedLabels(Set<Integer> epochs, BatchSchedule schedule) {
        this.epochs = epochs;
        this.schedule = schedule;
    }

    @Override
    public void passed(Envelope envelope) {
        if (envelope.message() instanceof Message.Turn turn) {
            epoch = turn.epoch();
        } else if (epochs.contains(epoch) && envelope.message() instanceof Message.SmashedData data) {
            int[] labels = data.targets().argMax(1).toIntVector();
            kept.computeIfAbsent(epoch, any -> new ArrayList<>())
                    .add(new Batch(
                            new BatchSchedule.ClientBatch(envelope.from().number(), data.batch()),
                            Arrays.stream(labels).boxed().toList()));
        }
    }

    /** Whether there is anything to keep. */
    boolean isAwake() {
        return !epochs.isEmpty();
    }

    /** The network together with what was kept of its training: labels and nothing else that passes. */
    TrainedNetwork of(TrainedNetwork network, TrainingRecord record) {
        return isAwake() ? new WatchedNetwork(network, watched().remembered(record)) : network;
    }

    private WatchedTraining watched() {
        return new WatchedTraining(kept.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> epoch(entry.getKey(), entry.getValue()))));
    }

    private WatchedTraining.Epoch epoch(int number, List<Batch> batches) {
        return new WatchedTraining.Epoch(
                List.of(),
                batches.stream().flatMap(batch -> batch.labels().stream()).toList(),
                schedule.records(number, batches.stream().map(Batch::of).toList()));
    }
}
