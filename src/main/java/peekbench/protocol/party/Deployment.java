package peekbench.protocol.party;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import peekbench.channel.Channel;
import peekbench.channel.ModelState;
import peekbench.nn.Segment;
import peekbench.protocol.engine.NetworkTest;
import peekbench.protocol.weights.ModelAverage;

/** How the parties of a training are deployed and tested. */
public sealed interface Deployment {

    /** The network as it is, of which client number {@code last} trained last. */
    SplitNetwork network(int last);

    /** A further client that is deployed, with defenses of its own. */
    default Optional<SplitClient> further() {
        return Optional.empty();
    }

    /** The test metrics of the network as it is. */
    default NetworkTest.TestMetrics testMetrics(NetworkTest test, int last) {
        return test.of(network(last)::predict);
    }

    /** The client that trained last has what all have learned. */
    record SharedFronts(Channel channel, List<SplitClient> clients, Supplier<Segment> server) implements Deployment {
        @Override
        public SplitNetwork network(int last) {
            return new SplitNetwork(channel, clients.get(last), server);
        }
    }

    /**
     * Every client has its own layers.
     *
     * @param servers makes copies of the server's layers as they are for a client
     * @param parts the records of each client
     * @param tested whose layers are tested
     * @param tester a further client, which takes the mean of all layers
     */
    record OwnFronts(
            Channel channel,
            List<SplitClient> clients,
            IntFunction<Segment> servers,
            List<int[]> parts,
            TestedClient tested,
            SplitClient tester)
            implements Deployment {
        @Override
        public Optional<SplitClient> further() {
            return Optional.of(tester);
        }

        @Override
        public SplitNetwork network(int last) {
            List<SplitClient> all = new ArrayList<>(clients);
            all.add(tester);
            int tested = last;
            if (this.tested == TestedClient.AVERAGE) {
                tester.adopt(average());
                tested = clients.size();
            }
            return new SplitNetwork(
                    channel, new SplitNetwork.Encoders(tested, all, owners()), () -> servers.apply(last));
        }

        private Map<Integer, Integer> owners() {
            Map<Integer, Integer> owners = new HashMap<>();
            for (int client = 0; client < parts.size(); client++) {
                for (int record : parts.get(client)) {
                    owners.put(record, client);
                }
            }
            return owners;
        }

        private ModelState average() {
            ModelAverage sum = new ModelAverage(clients.get(0).state());
            for (int client = 0; client < clients.size(); client++) {
                sum.add(clients.get(client).state(), parts.get(client).length);
            }
            return sum.average();
        }

        @Override
        public NetworkTest.TestMetrics testMetrics(NetworkTest test, int last) {
            if (!tested.isEveryone()) {
                return test.of(network(last)::predict);
            }
            List<NetworkTest.TestMetrics> all = new ArrayList<>();
            for (int number = 0; number < clients.size(); number++) {
                int client = number;
                SplitNetwork network = new SplitNetwork(channel, clients.get(client), () -> servers.apply(client));
                all.add(
                        tested == TestedClient.EACH
                                ? test.of(network::predict)
                                : test.ofClassesLike(parts.get(client), network::predict));
            }
            return NetworkTest.TestMetrics.mean(all);
        }
    }

    /**
     * An aggregator has the average of all clients' layers.
     *
     * @param tester a client that takes it
     * @param average the aggregator's
     */
    record AveragedFronts(Channel channel, SplitClient tester, Supplier<Segment> server, Supplier<ModelState> average)
            implements Deployment {
        @Override
        public Optional<SplitClient> further() {
            return Optional.of(tester);
        }

        @Override
        public SplitNetwork network(int last) {
            tester.adopt(average.get());
            return new SplitNetwork(channel, tester, server);
        }
    }
}
