package peekbench.protocol.whole;

import java.util.List;
import peekbench.channel.Traffic;
import peekbench.nn.array.SavedState;
import peekbench.nn.loss.LossAndGradient;
import peekbench.nn.loss.LossFunction;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.TrainingLoop;
import peekbench.protocol.engine.TrainingMeter;
import peekbench.protocol.engine.TrainingRun;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.protocol.schedule.BatchSource;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.LocalRecords;
import peekbench.training.Flops;
import peekbench.training.Protocol;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingSetup;

/** Runs {@link Centralized}. */
final class CentralizedProtocol implements Protocol {
    private final Centralized options;

    CentralizedProtocol(Centralized options) {
        this.options = options;
    }

    @Override
    public TrainedNetwork train(TrainingSetup setup, TrainingObserver observer) {
        rejectDefenses(setup);
        BatchSchedule schedule =
                new PartyFactory(setup).schedule(options.orderOfClients(), ClientOrder.ROUND_ROBIN_BY_BATCH);
        return train(setup, observer, schedule::inOrder);
    }

    /** Scenarios are checked before; this is for who trains without one. */
    private void rejectDefenses(TrainingSetup setup) {
        options.reasonAgainstDefenses()
                .filter(reason -> !setup.defenses().isEmpty())
                .ifPresent(reason -> {
                    throw new ConfigurationException(
                            "The protocol (centralized) cannot train with defenses, and it is given "
                                    + setup.defenses().size() + ": " + reason + ".");
                });
    }

    /** Training on these batches. */
    public TrainedNetwork train(TrainingSetup setup, TrainingObserver observer, BatchSource batches) {
        PartyFactory parties = new PartyFactory(setup);
        Learner whole = parties.learner(parties.whole());
        return new TrainingLoop(
                        setup, new Run(setup.loss(), parties, whole, parties.records(batches), new TrainingMeter()))
                .train(observer);
    }

    /** One party with all records. */
    private record Run(
            LossFunction loss, PartyFactory parties, Learner whole, LocalRecords records, TrainingMeter meter)
            implements TrainingRun.Metered {
        @Override
        public void train(int epoch) {
            whole.begin(epoch);
            for (int number = 0; number < records.batches(epoch); number++) {
                LocalRecords.Batch batch = records.batch(epoch, number);
                LossAndGradient result = loss.of(whole.forward(batch.inputs()), batch.targets());
                meter.loss(result.loss(), batch.size());
                whole.learnOnly(result.gradient());
            }
        }

        @Override
        public Flops takeFlops() {
            return Learner.takeFlops(List.of(), List.of(whole));
        }

        @Override
        public Traffic traffic() {
            return Traffic.NONE;
        }

        @Override
        public List<Learner> learners() {
            return List.of(whole);
        }

        @Override
        public void remember(SavedState state) {
            whole.remember(state.part("whole"));
        }

        @Override
        public TrainedNetwork network() {
            return parties.network(whole.state(), records);
        }
    }
}
