package peekbench.protocol.federated;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import peekbench.channel.Message;
import peekbench.channel.PartyId;
import peekbench.problem.Problems;
import peekbench.protocol.engine.TrainingLoop;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.schedule.Attendance;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.protocol.schedule.Participation;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Sees;
import peekbench.registry.Summary;
import peekbench.seed.Seed;
import peekbench.training.Protocol;
import peekbench.training.ProtocolProvider;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingSetup;

/**
 * Large-batch synchronous SGD with backup workers: in each step all workers compute the gradient of one mini-batch at the
 * current weights; the server waits for the first {@code N} of {@code N + b}, steps along their mean and drops the rest.
 *
 * <p>Deviations: workers are the clients, each with its own records, where the paper's share one data set; who comes late is
 * decided by a seeded model of delays in place of real ones.
 *
 * @param clients {@code N + b}, how many workers there are
 * @param backups {@code b}, how many of them are not waited for
 * @param delay how long workers take
 * @param participation who takes part in an epoch; of fewer workers, all but the backups are waited for
 */
@Paper(
        authors = "Chen, Pan, Monga, Bengio, Jozefowicz",
        title = "Revisiting Distributed Synchronous SGD",
        year = 2016,
        venue = "arXiv:1604.00981",
        section = "Algorithms 3 and 4")
@Name("synchronous-sgd")
@Summary("Workers send gradients of mini-batches, the slowest are dropped; the aggregator sees all")
@Sees(role = "aggregator", what = "the gradient of each client that answers in time")
@Sees(role = "clients", what = "the weights after each step")
public record SynchronousSgd(
        @Summary("how many workers hold data, backups among them")
        int clients,

        @Default("0") @Summary("how many of them are not waited for")
        int backups,

        @Default("{}") @Summary("how long workers take") StragglerDelay delay,

        @Default("{}") @Summary("who takes part in an epoch")
        Participation participation)
        implements FederatedOptions {
    public SynchronousSgd {
        Problems problems = new Problems();
        problems.atLeast("clients", clients, 1);
        problems.inRange("backups", backups, 0, Math.max(0, clients - 1));
        problems.throwIfAny();
    }

    @Override
    public Protocol create() {
        return new FederatedProtocol(this::train, clients, new ClientProgram.Gradients(LocalBatches.MINI_BATCHES));
    }

    private TrainedNetwork train(TrainingSetup setup, TrainingObserver observer) {
        PartyFactory parties = new PartyFactory(setup);
        BatchSchedule schedule = parties.schedule(clients, ClientOrder.ROUND_ROBIN_BY_BATCH);
        Attendance attendance = parties.attendance(participation, clients);
        Seed delays = setup.seed().child("delays");
        FederatedRun run = GradientTraining.run(
                parties,
                schedule.clients(),
                (epoch, coordinator) ->
                        train(schedule, attendance.of(epoch), epoch, delays.child("epoch-" + epoch), coordinator));
        return new TrainingLoop(setup, run).train(observer);
    }

    private void train(
            BatchSchedule schedule,
            List<Integer> present,
            int epoch,
            Seed delays,
            FederatedRun.Coordinator coordinator) {
        List<BatchSchedule.ClientTurn> turns = schedule.step(epoch, present, 0);
        for (int step = 1; !turns.isEmpty(); step++) {
            int first = turns.get(0).first();
            List<Integer> workers =
                    turns.stream().map(BatchSchedule.ClientTurn::client).toList();
            coordinator.announce(workers);
            coordinator.tell(PartyId.AGGREGATOR, new Message.StepBegins(Math.max(1, workers.size() - backups)));
            delay.arrivals(workers, delays.child("step-" + step))
                    .forEach(arrival ->
                            coordinator.tell(PartyId.client(arrival.worker()), new Message.Turn(epoch, first, 1)));
            coordinator.tell(PartyId.AGGREGATOR, new Message.StepEnds());
            turns = schedule.step(epoch, present, step);
        }
    }

    @Override
    public Optional<String> reasonAgainstSums() {
        return backups == 0
                ? FederatedOptions.super.reasonAgainstSums()
                : Optional.of("the gradients of its " + backups + " backups are dropped, so masks do not cancel; use no"
                        + " backups");
    }

    @Override
    public String label() {
        return "synchronous SGD, " + clients + " workers"
                + (backups == 0 ? "" : ", " + backups + (backups == 1 ? " backup" : " backups"))
                + participation.label();
    }

    /** Puts it into the catalogue. */
    @AutoService(ProtocolProvider.class)
    public record Provider() implements ProtocolProvider {}
}
