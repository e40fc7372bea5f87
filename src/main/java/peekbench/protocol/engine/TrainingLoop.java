package peekbench.protocol.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import java.util.function.Supplier;
import peekbench.channel.ModelState;
import peekbench.channel.Traffic;
import peekbench.nn.array.SavedState;
import peekbench.nn.array.StateReader;
import peekbench.nn.array.StateWriter;
import peekbench.threat.observation.Transcript;
import peekbench.training.EarlyStopping;
import peekbench.training.EpochReport;
import peekbench.training.NetworkWithPast;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingRecord;
import peekbench.training.TrainingSetup;

/**
 * Trains epoch after epoch, tests, reports, and stops early where that is asked for. Where a defense asks for it, epochs with
 * frozen weights follow. Where the setup asks for it, states are kept to which one can go back; going back changes nothing of
 * what comes after it, not even what defenses draw.
 */
public final class TrainingLoop {
    private static final double NANOSECONDS = 1e9;

    private final TrainingSetup setup;
    private final TrainingRun run;
    private List<ModelState> best = List.of();
    private double bestLoss = Double.POSITIVE_INFINITY;
    private int bestEpoch;
    private final SortedMap<Integer, Supplier<SavedState>> past = new TreeMap<>();

    public TrainingLoop(TrainingSetup setup, TrainingRun run) {
        this.setup = setup;
        this.run = run;
    }

    public TrainedNetwork train(TrainingObserver observer) {
        setup.refuseFrozenEpochsAfterEarlyStop();
        return observer.record().isFinished() ? playedBack(observer) : trained(observer);
    }

    /** What was kept of the training in place of training. */
    private TrainedNetwork playedBack(TrainingObserver observer) {
        TrainingRecord record = observer.record();
        look(0, observer);
        for (EpochReport report : record.played()) {
            observer.epoch(report);
            if (report.epoch() <= setup.training().epochs()) {
                look(report.epoch(), observer);
            }
        }
        run.remember(record.atEnd());
        return withPast(run.network());
    }

    private void look(int epoch, TrainingObserver observer) {
        if (observer.record().looksAfter(epoch)) {
            keepPast(epoch, observer.record());
            run.remember(observer.record().after(epoch));
            observer.between(epoch, run::network);
        }
    }

    private void keepPast(int epoch, TrainingRecord record) {
        if (!setup.keptEpochs().epochs().contains(epoch)) {
            return;
        }
        if (record.looksAfter(epoch)) {
            past.put(epoch, () -> record.backTo(epoch));
            return;
        }
        StateWriter state = new StateWriter();
        run.remember(state);
        past.put(epoch, () -> new StateReader(state.arrays()));
    }

    /** Where a defense does not say what it remembers, nobody can go back. */
    private TrainedNetwork withPast(TrainedNetwork network) {
        StateWriter end = new StateWriter();
        if (past.isEmpty()) {
            return network;
        }
        run.remember(end);
        return end.refusals().isEmpty()
                ? new NetworkWithPast(network, new Transcript<>(past.keySet(), this::goBack))
                : network;
    }

    private void goBack(int epoch, Consumer<TrainedNetwork> visit) {
        StateWriter now = new StateWriter();
        run.remember(now);
        run.remember(Objects.requireNonNull(past.get(epoch)).get());
        try {
            visit.accept(run.network());
        } finally {
            run.remember(new StateReader(now.arrays()));
        }
    }

    private TrainedNetwork trained(TrainingObserver observer) {
        TrainingRecord record = observer.record();
        NetworkTest test = NetworkTest.of(setup);
        boolean goOn = true;
        int epochs = setup.training().epochs();
        between(0, observer);
        for (int epoch = 1; epoch <= epochs && goOn; epoch++) {
            int number = epoch;
            tell(epoch(number, test, loss -> keepBest(number, loss)), observer);
            between(epoch, observer);
            goOn = goesOn(epoch);
        }
        putBackBest();
        for (int frozen = 1; frozen <= setup.frozenEpochs(); frozen++) {
            tell(epoch(epochs + frozen, test, loss -> true), observer);
        }
        if (record.isKept()) {
            run.remember(record.atEnd());
        }
        return withPast(run.network());
    }

    private static void tell(EpochReport report, TrainingObserver observer) {
        observer.record().epoch(report);
        observer.epoch(report);
    }

    /** The state is written before the observer may have defenses draw random numbers. */
    private void between(int epoch, TrainingObserver observer) {
        if (observer.record().looksAfter(epoch)) {
            run.remember(observer.record().after(epoch));
        }
        keepPast(epoch, observer.record());
        observer.between(epoch, run::network);
    }

    private EpochReport epoch(int epoch, NetworkTest test, DoublePredicate kept) {
        Traffic before = run.traffic();
        long start = System.nanoTime();
        run.train(epoch);
        double seconds = (System.nanoTime() - start) / NANOSECONDS;
        Traffic traffic = run.traffic().since(before);
        NetworkTest.TestMetrics metrics = run.testMetrics(test);
        return new EpochReport(
                epoch,
                run.takeMeanLoss(),
                metrics.loss(),
                metrics.accuracy(),
                metrics.deviation(),
                kept.test(metrics.loss()),
                seconds,
                traffic,
                run.takeFlops(),
                run.takeDefenseStatistic(),
                run.privacySpent());
    }

    /** Takes note of an epoch. @return whether its weights would be kept if it were the last */
    private boolean keepBest(int epoch, double testLoss) {
        Optional<EarlyStopping> options = setup.training().earlyStopping();
        if (options.isEmpty()) {
            return true;
        }
        boolean better = testLoss < bestLoss - options.get().improvement();
        if (better) {
            bestLoss = testLoss;
            bestEpoch = epoch;
            best = run.learners().stream().map(Learner::state).toList();
        }
        return better;
    }

    private boolean goesOn(int epoch) {
        return setup.training()
                .earlyStopping()
                .map(options -> epoch - bestEpoch < options.patience())
                .orElse(true);
    }

    private void putBackBest() {
        List<Learner> learners = run.learners();
        for (int i = 0; i < best.size(); i++) {
            learners.get(i).adopt(best.get(i));
        }
    }
}
