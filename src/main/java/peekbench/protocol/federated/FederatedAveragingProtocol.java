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

/**
 * Runs {@link FederatedAveraging}, by its own method or another. A client's turn is {@link FederatedClient}, what becomes of
 * the models that clients send is the method's.
 *
 * @param options the rounds
 * @param method what clients and the aggregator do in them
 */
record FederatedAveragingProtocol(FederatedAveraging options, FederatedMethod method) implements FederatedProtocol {
    @Override
    public int clients() {
        return options.clients();
    }

    @Override
    public ClientProgram program() {
        return new ClientProgram.Averaging(method, options.localEpochs(), options.batches());
    }

    @Override
    public TrainedNetwork train(TrainingSetup setup, TrainingObserver observer) {
        PartyFactory parties = new PartyFactory(setup);
        FederatedAssembly assembly = new FederatedAssembly(parties);
        assembly.clients(parties.sources(clients(), options.batches()), program());
        assembly.join(method.aggregator(assembly.global(), assembly.incoming(), assembly.secureSum()));
        Attendance attendance = parties.attendance(options.participation(), clients());
        FederatedRun run = assembly.run((round, coordinator) -> {
            List<Integer> present = attendance.of(round);
            coordinator.announce(present);
            present.forEach(client -> coordinator.tell(PartyId.client(client), new Message.Turn(round, 0, 0)));
        });
        return new TrainingLoop(setup, run).train(observer);
    }
}
