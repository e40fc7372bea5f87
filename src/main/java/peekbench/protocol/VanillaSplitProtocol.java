package peekbench.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import peekbench.channel.InProcessChannel;
import peekbench.channel.Message;
import peekbench.channel.PartyId;
import peekbench.channel.Traffic;

/** Runs {@link VanillaSplit}: the coordinator gives turns, everything else happens in messages. */
final class VanillaSplitProtocol implements Protocol {
    private final VanillaSplit options;

    VanillaSplitProtocol(VanillaSplit options) {
        this.options = options;
    }

    @Override
    public TrainedNetwork train(TrainingSetup setup, TrainingObserver observer) {
        SplitParties parties = new SplitParties(setup);
        BatchSchedule schedule = parties.schedule(options.clients(), options.order());
        InProcessChannel channel = new InProcessChannel();
        Optional<HandOver> handOver = options.clients() > 1 ? Optional.of(options.handOver()) : Optional.empty();
        List<ClientParty> clients = new ArrayList<>();
        for (int number = 0; number < options.clients(); number++) {
            clients.add(parties.client(number, setup.frontSegment(), handOver));
            channel.join(clients.get(number));
        }
        ServerParty server = parties.server(setup.backSegment());
        channel.join(server);
        NetworkTest test = parties.test();
        ClientParty last = clients.get(0);
        for (int epoch = 1; epoch <= setup.training().epochs(); epoch++) {
            Traffic before = channel.traffic();
            EpochClock clock = new EpochClock();
            int batch = 0;
            for (BatchSchedule.ClientTurn turn : schedule.epoch(epoch)) {
                last = clients.get(turn.client());
                last.prepare(turn.batches());
                channel.deliver(
                        PartyId.COORDINATOR,
                        last.id(),
                        new Message.Turn(batch, turn.batches().size()));
                batch += turn.batches().size();
            }
            double seconds = clock.seconds();
            Traffic traffic = channel.traffic().since(before);
            NetworkTest.Marks marks = test.of(new TrainedNetwork(channel, last, server));
            observer.epoch(new EpochReport(
                    epoch,
                    server.takeMeanLoss(),
                    marks.loss(),
                    marks.accuracy(),
                    seconds,
                    traffic,
                    statistic(clients)));
        }
        return new TrainedNetwork(channel, last, server);
    }

    private static OptionalDouble statistic(List<ClientParty> clients) {
        return clients.stream()
                .map(ClientParty::takeDefenseStatistic)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .average();
    }
}
