package peekbench.protocol;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
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
        return train(setup, observer, new SplitParties(setup).schedule(options.clients(), options.order()));
    }

    /** Training by as many clients as the schedule has. */
    TrainedNetwork train(TrainingSetup setup, TrainingObserver observer, BatchSchedule schedule) {
        SplitParties parties = new SplitParties(setup);
        int count = schedule.clients().size();
        InProcessChannel channel = new InProcessChannel();
        Optional<HandOver> handOver = count > 1 ? Optional.of(options.handOver()) : Optional.empty();
        List<ClientParty> clients = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            clients.add(parties.client(
                    number, setup.frontSegment(), schedule.clients().get(number), handOver));
            channel.join(clients.get(number));
        }
        ServerParty server = parties.server(setup.backSegment());
        channel.join(server);
        NetworkTest test = parties.test();
        ClientParty last = clients.get(0);
        for (int epoch = 1; epoch <= setup.training().epochs(); epoch++) {
            Traffic before = channel.traffic();
            EpochClock clock = new EpochClock();
            for (BatchSchedule.ClientTurn turn : schedule.turns(epoch)) {
                last = clients.get(turn.client());
                channel.deliver(PartyId.COORDINATOR, last.id(), new Message.Turn(epoch, turn.first(), turn.batches()));
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
        DoubleSummaryStatistics all = new DoubleSummaryStatistics();
        clients.forEach(client -> all.combine(client.takeDefenseStatistics()));
        return all.getCount() == 0 ? OptionalDouble.empty() : OptionalDouble.of(all.getAverage());
    }
}
