package peekbench.protocol.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.PartyId;
import peekbench.channel.Tap;
import peekbench.data.Task;
import peekbench.protocol.party.SplitAssembly;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.threat.observation.ObservedBatch;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingRecord;
import peekbench.training.TrainingSetup;
import peekbench.training.WatchedNetwork;
import peekbench.training.WatchedTraining;

/**
 * Keeps, in some epochs, the features that are sent across a cut and the gradients that come back for them. Clients take
 * turns, so gradients belong to the features before them. Arrays are copied: their senders overwrite them.
 */
final class TrainingWatch implements Tap {
    private final WatchedCut cut;
    private final Set<Integer> epochs;
    private final BatchSchedule schedule;
    private final boolean hasClasses;
    private final Map<Integer, List<Step>> kept = new HashMap<>();
    private int epoch;
    private INDArray features = Nd4j.scalar(0);
    private int[] labels = {};

    /** A step of which the records are found later, so that none are at hand while messages pass. */
    private record Step(BatchSchedule.ClientBatch of, ObservedBatch batch, List<Integer> labels) {}

    private TrainingWatch(WatchedCut cut, Set<Integer> epochs, BatchSchedule schedule, boolean hasClasses) {
        this.cut = cut;
        this.epochs = epochs;
        this.schedule = schedule;
        this.hasClasses = hasClasses;
    }

    /** Watches the epochs of a training that its setup asks for. */
    static TrainingWatch over(SplitAssembly assembly, WatchedCut cut) {
        TrainingSetup setup = assembly.parties().setup();
        TrainingWatch watch = new TrainingWatch(
                cut, setup.watchedEpochs(), assembly.schedule(), setup.dataset().task() instanceof Task.Classification);
        if (watch.isAwake()) {
            assembly.tap(watch);
        }
        return watch;
    }

    /** Whether there is anything to keep. */
    private boolean isAwake() {
        return !epochs.isEmpty();
    }

    @Override
    public void passed(Envelope envelope) {
        Message message = envelope.message();
        if (message instanceof Message.Turn turn) {
            epoch = turn.epoch();
        } else if (epochs.contains(epoch)) {
            cut.features(message).ifPresent(sent -> features = sent.dup('c'));
            cut.targets(message)
                    .filter(sent -> hasClasses)
                    .ifPresent(sent -> labels = sent.argMax(1).toIntVector());
            cut.returned(message).ifPresent(returned -> keep(client(envelope), returned));
        }
    }

    private static int client(Envelope envelope) {
        PartyId from = envelope.from();
        return from.role() == PartyId.Role.CLIENT
                ? from.number()
                : envelope.to().number();
    }

    private void keep(int client, WatchedCut.Returned returned) {
        ObservedBatch batch = new ObservedBatch(features, returned.gradient().dup('c'));
        List<Integer> sent = Arrays.stream(labels).boxed().toList();
        kept.computeIfAbsent(epoch, any -> new ArrayList<>())
                .add(new Step(new BatchSchedule.ClientBatch(client, returned.batch()), batch, sent));
    }

    /** The network together with what was kept of its training, now or at an earlier time. */
    TrainedNetwork of(TrainedNetwork network, TrainingRecord record) {
        return isAwake() ? new WatchedNetwork(network, watched().remembered(record)) : network;
    }

    private WatchedTraining watched() {
        Map<Integer, WatchedTraining.Epoch> all = new HashMap<>();
        kept.forEach((number, steps) -> all.put(
                number,
                new WatchedTraining.Epoch(
                        steps.stream().map(Step::batch).toList(),
                        steps.stream().flatMap(step -> step.labels().stream()).toList(),
                        schedule.records(number, steps.stream().map(Step::of).toList()))));
        return new WatchedTraining(all);
    }
}
