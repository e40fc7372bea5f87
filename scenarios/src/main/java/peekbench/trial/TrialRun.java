package peekbench.trial;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import peekbench.data.Dataset;
import peekbench.data.IndexSets.Part;
import peekbench.data.Task;
import peekbench.evaluation.Reference;
import peekbench.evaluation.Score;
import peekbench.metric.Metric;
import peekbench.metric.MetricProvider;
import peekbench.plan.TrialPlan;
import peekbench.result.EpochMetrics;
import peekbench.result.Finding;
import peekbench.result.StoredTrial;
import peekbench.result.TrialWriter;
import peekbench.scenario.LoneRecords;
import peekbench.scenario.Scenario;
import peekbench.scenario.ScenarioData;
import peekbench.seed.Seed;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.Views;
import peekbench.training.CommunicationCost;
import peekbench.training.EpochReport;
import peekbench.training.Protocol;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingRecord;
import peekbench.training.TrainingSetup;
import peekbench.victim.VictimStore;

/** The work of one trial. */
final class TrialRun {
    private static final double NANOSECONDS = 1e9;

    private final TrialPlan plan;
    private final Scenario scenario;
    private final Dataset dataset;
    private final List<MetricProvider> metrics;
    private final SharedScores shared;
    private final Optional<VictimStore> victims;
    private final TrialSources sources;
    private final AttackStage.Listeners listeners;
    private final TrialProgress progress;
    private final TrialWriter writer;
    private final AttackerRecords attackers;
    private final TrialSetup setups;
    private final TrainingSetup setup;
    private double trainingSeconds;
    private boolean keepsAccount;
    private boolean anyEpoch;

    TrialRun(
            TrialPlan plan,
            ScenarioData data,
            List<MetricProvider> metrics,
            SharedScores shared,
            Optional<VictimStore> victims,
            TrialProgress progress,
            TrialWriter writer) {
        this.plan = plan;
        this.metrics = metrics;
        this.scenario = plan.scenario();
        this.dataset = data.dataset();
        this.shared = shared;
        this.victims = victims;
        this.sources = TrialSources.of(writer.provenance(), data);
        this.listeners = new AttackStage.Listeners(progress, writer);
        this.progress = progress;
        this.writer = writer;
        this.setups = TrialSetup.of(plan, data);
        this.setup = setups.trained();
        this.attackers = new AttackerRecords(data, scenario, setups.sets(), Seed.of(plan.seed()));
    }

    StoredTrial run() {
        long start = System.nanoTime();
        writer.names(
                dataset.task() instanceof Task.Classification classes ? classes.classNames() : List.of(),
                dataset.inputNames());
        AttackRounds rounds =
                new AttackRounds(plan, setups, attackers, new AttackRounds.Rulers(metrics, shared, sources), listeners);
        TrainedNetwork network = trained(setups.protocol(), rounds);
        if (keepsAccount) {
            writer.findings(
                    Finding.OF_PRIVACY, List.of("It covers " + plan.protocol().privacyCovers() + "."));
        }
        new LoneRecords(plan.protocol(), plan.defenses(), scenario.training())
                .remark(setup.clientRecords(plan.protocol().clients()))
                .ifPresent(remark -> writer.findings(Finding.OF_TRAINING, List.of(remark)));
        Views seen = rounds.after(network);
        collapse(network);
        new KeptSmashedData(plan, setups, writer).after(network, seen);
        new KeptTranscript(plan, setups, writer).after(network);
        return writer.complete(trainingSeconds, (System.nanoTime() - start) / NANOSECONDS);
    }

    /**
     * After the attacks and before smashed data are kept, since whoever has the network predict draws random numbers of its
     * defenses, and keeping may not change what is found.
     */
    private void collapse(TrainedNetwork network) {
        if (!anyEpoch) {
            return;
        }
        CollapseCheck.reason(network, setup).ifPresent(reason -> {
            writer.scores(List.of(new Score(
                    Reference.TRAINED_NETWORK.subject(),
                    TargetSet.VICTIM_TEST,
                    Metric.COLLAPSED,
                    1,
                    Optional.empty())));
            writer.findings(
                    Finding.OF_TRAINING,
                    List.of("It collapsed: " + reason
                            + ". What attacks got of such a network is no merit of a defense."));
        });
    }

    /** The network, trained or as an earlier trial trained it. */
    private TrainedNetwork trained(Protocol protocol, AttackRounds rounds) {
        if (victims.isEmpty() || !scenario.store().victims()) {
            return protocol.train(setup, new Listener(rounds, TrainingRecord.none()));
        }
        Set<Integer> looks = TrialSetup.looks(plan);
        VictimStore.Trained<TrainedNetwork> trained = victims.get()
                .train(
                        VictimKey.of(plan, sources, writer.provenance().data().indexSets()),
                        looks,
                        record -> protocol.train(setup, new Listener(rounds, record)));
        writer.victim(trained.note());
        return trained.made();
    }

    /** Hears how the training goes. */
    private final class Listener implements TrainingObserver {
        private final AttackRounds rounds;
        private final TrainingRecord record;

        Listener(AttackRounds rounds, TrainingRecord record) {
            this.rounds = rounds;
            this.record = record;
        }

        @Override
        public void epoch(EpochReport report) {
            TrialRun.this.epoch(report);
        }

        @Override
        public void between(int epoch, Supplier<TrainedNetwork> state) {
            rounds.during(epoch, state);
        }

        @Override
        public TrainingRecord record() {
            return record;
        }
    }

    private void epoch(EpochReport report) {
        trainingSeconds += report.seconds();
        anyEpoch = true;
        keepsAccount |= report.privacySpent().isPresent();
        EpochMetrics metrics = new EpochMetrics(
                report.epoch(),
                report.trainLoss(),
                report.testLoss(),
                report.testAccuracy(),
                report.testDeviation(),
                report.kept(),
                report.seconds(),
                report.traffic().messages(),
                report.traffic().bytesToServer(),
                report.traffic().bytesToClients(),
                report.traffic().bytesBetweenClients(),
                expectedBytes(),
                report.flops().clients(),
                report.flops().server(),
                report.defenseStatistic(),
                report.privacySpent());
        writer.epoch(metrics);
        progress.epoch(plan, metrics, plan.protocol().epochs(scenario.training()) + setup.frozenEpochs());
        if (!Double.isFinite(report.trainLoss())) {
            throw new IllegalStateException("Training diverged: the loss of epoch " + report.epoch() + " is "
                    + report.trainLoss() + ". Use a smaller learning rate or a smaller weight of the defense.");
        }
    }

    private OptionalDouble expectedBytes() {
        CommunicationCost cost = CommunicationCost.of(
                setup.architecture(),
                setup.cut(),
                plan.protocol().clients(),
                setups.sets().of(Part.VICTIM_TRAIN).length);
        return plan.protocol().expectedNumbers(cost).stream()
                .map(numbers -> numbers * scenario.precision().bytes())
                .findFirst();
    }
}
