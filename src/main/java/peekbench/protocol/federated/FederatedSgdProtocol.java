package peekbench.protocol.federated;

import java.util.List;
import peekbench.channel.Message;
import peekbench.channel.PartyId;
import peekbench.protocol.engine.TrainingLoop;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.schedule.Attendance;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingSetup;

/** Runs {@link FederatedSgd}: a client's turn is {@link GradientClient}, the server's step {@link GradientParty}. */
record FederatedSgdProtocol(FederatedSgd options) implements FederatedProtocol {
    @Override
    public int clients() {
        return options.clients();
    }

    @Override
    public ClientProgram program() {
        return new ClientProgram.Gradients(options.batches());
    }

    @Override
    public TrainedNetwork train(TrainingSetup setup, TrainingObserver observer) {
        PartyFactory parties = new PartyFactory(setup);
        Attendance attendance = parties.attendance(options.participation(), clients());
        FederatedRun run = FederatedAssembly.ofGradients(
                        parties, parties.sources(clients(), options.batches()), program())
                .run((round, coordinator) -> step(attendance.of(round), round, coordinator));
        return new TrainingLoop(setup, run).train(observer);
    }

    private static void step(List<Integer> present, int round, FederatedRun.Coordinator coordinator) {
        coordinator.announce(present);
        coordinator.tell(PartyId.AGGREGATOR, new Message.StepBegins(present.size()));
        present.forEach(client -> coordinator.tell(PartyId.client(client), new Message.Turn(round, 0, 1)));
        coordinator.tell(PartyId.AGGREGATOR, new Message.StepEnds());
    }
}
