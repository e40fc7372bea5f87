package peekbench.protocol;

import java.util.List;
import peekbench.channel.ModelState;
import peekbench.channel.Traffic;

/** Trains epoch after epoch, tests, reports, and stops early where that is asked for. */
final class TrainingLoop {
    private final TrainingSetup setup;
    private final TrainingRun run;
    private List<ModelState> best = List.of();
    private double bestLoss = Double.POSITIVE_INFINITY;
    private int bestEpoch;

    TrainingLoop(TrainingSetup setup, TrainingRun run) {
        this.setup = setup;
        this.run = run;
    }

    TrainedNetwork train(TrainingObserver observer) {
        NetworkTest test = NetworkTest.of(setup);
        boolean goOn = true;
        for (int epoch = 1; epoch <= setup.training().epochs() && goOn; epoch++) {
            EpochReport report = epoch(epoch, test);
            observer.epoch(report);
            goOn = keepBest(report);
        }
        putBackBest();
        return run.network();
    }

    private EpochReport epoch(int epoch, NetworkTest test) {
        Traffic before = run.traffic();
        EpochClock clock = new EpochClock();
        run.train(epoch);
        double seconds = clock.seconds();
        Traffic traffic = run.traffic().since(before);
        NetworkTest.Marks marks = run.marks(test);
        return new EpochReport(
                epoch,
                run.takeMeanLoss(),
                marks.loss(),
                marks.accuracy(),
                seconds,
                traffic,
                run.takeFlops(),
                run.takeDefenseStatistic());
    }

    private boolean keepBest(EpochReport report) {
        if (setup.training().earlyStopping().isEmpty()) {
            return true;
        }
        EarlyStopping options = setup.training().earlyStopping().get();
        if (report.testLoss() < bestLoss - options.improvement()) {
            bestLoss = report.testLoss();
            bestEpoch = report.epoch();
            best = run.learners().stream().map(Learner::state).toList();
        }
        return report.epoch() - bestEpoch < options.patience();
    }

    private void putBackBest() {
        List<Learner> learners = run.learners();
        for (int i = 0; i < best.size(); i++) {
            learners.get(i).adopt(best.get(i));
        }
    }
}
