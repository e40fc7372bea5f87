package peekbench.protocol.federated;

import java.util.List;
import peekbench.channel.Message;
import peekbench.channel.PartyId;
import peekbench.protocol.engine.TrainingLoop;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.schedule.Attendance;
import peekbench.protocol.schedule.BatchSchedule;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.seed.Seed;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingSetup;

/** Runs {@link SynchronousSgd}: a worker's turn is {@link GradientClient}, the server's step {@link GradientParty}. */
record SynchronousSgdProtocol(SynchronousSgd options) implements FederatedProtocol {
    @Override
    public int clients() {
        return options.clients();
    }

    @Override
    public ClientProgram program() {
        return new ClientProgram.Gradients(LocalBatches.MINI_BATCHES);
    }

    @Override
    public TrainedNetwork train(TrainingSetup setup, TrainingObserver observer) {
        PartyFactory parties = new PartyFactory(setup);
        BatchSchedule schedule = parties.schedule(clients(), ClientOrder.ROUND_ROBIN_BY_BATCH);
        Attendance attendance = parties.attendance(options.participation(), clients());
        Seed delays = setup.seed().child("delays");
        FederatedRun run = FederatedAssembly.ofGradients(parties, schedule.clients(), program())
                .run((epoch, coordinator) ->
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
            coordinator.tell(
                    PartyId.AGGREGATOR, new Message.StepBegins(Math.max(1, workers.size() - options.backups())));
            options.delay()
                    .arrivals(workers, delays.child("step-" + step))
                    .forEach(arrival ->
                            coordinator.tell(PartyId.client(arrival.worker()), new Message.Turn(epoch, first, 1)));
            coordinator.tell(PartyId.AGGREGATOR, new Message.StepEnds());
            turns = schedule.step(epoch, present, step);
        }
    }
}
