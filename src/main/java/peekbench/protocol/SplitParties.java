package peekbench.protocol;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import peekbench.channel.InProcessChannel;
import peekbench.channel.PartyId;
import peekbench.data.IndexSets;
import peekbench.nn.Segment;
import peekbench.seed.Seed;
import peekbench.threat.DefenseChain;
import peekbench.threat.DefenseContext;

/** Makes the parties of split protocols from a setup, so that all of them start alike. */
record SplitParties(TrainingSetup setup) {

    ClientParty client(int number, Segment segment, BatchSource batches, Optional<HandOver> handOver) {
        PartyId id = PartyId.client(number);
        return new ClientParty(
                id,
                new LocalRecords(setup.dataset(), setup.precision(), batches),
                segment,
                setup.training().optimizer().start(segment),
                defenses(id),
                handOver);
    }

    ServerParty server(Segment segment) {
        return new ServerParty(
                segment, setup.training().optimizer().start(segment), setup.loss(), defenses(PartyId.SERVER));
    }

    private DefenseChain defenses(PartyId party) {
        Seed seed = setup.seed().child("defense").child(party.name());
        return DefenseChain.attach(setup.defenses(), new DefenseContext(party.name(), seed, setup.precision()));
    }

    /** The order of batches when the victims' records are spread over that many clients. */
    BatchSchedule schedule(int clients, ClientOrder order) {
        int[] records = setup.indexSets().of(IndexSets.Part.VICTIM_TRAIN);
        List<int[]> parts = setup.partition()
                .split(setup.dataset(), records, clients, setup.seed().child("partition"));
        BatchSizeCheck.check(setup.training().batchSize(), parts);
        Seed seed = setup.seed().child("data-order");
        return new BatchSchedule(
                IntStream.range(0, clients)
                        .mapToObj(client -> new ShuffledBatches(
                                parts.get(client), setup.training().batchSize(), client, seed))
                        .toList(),
                order);
    }

    NetworkTest test() {
        return new NetworkTest(
                setup.dataset(), setup.indexSets().of(IndexSets.Part.VICTIM_TEST), setup.loss(), setup.precision());
    }

    /** A network of one client and a server with these weights, connected by a channel of its own. */
    TrainedNetwork network(Segment front, Segment back) {
        InProcessChannel channel = new InProcessChannel();
        ClientParty client = client(0, front, epoch -> List.of(), Optional.empty());
        ServerParty server = server(back);
        channel.join(client);
        channel.join(server);
        return new TrainedNetwork(channel, client, server);
    }
}
