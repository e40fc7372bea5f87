package peekbench.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apiguardian.api.API;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;
import peekbench.registry.Summary;
import peekbench.seed.Seed;
import peekbench.seed.SeededGenerator;

/** How the victims' records are spread over the clients. Records of one group, where there are groups, go to one client. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public sealed interface Partition {

    /**
     * Deals out records; each goes to exactly one client unless the partition says otherwise.
     *
     * @param indices the records to deal out
     * @param clients how many parts
     * @return one array a client, each with at least one record
     * @throws ConfigurationException when there are fewer records or groups than clients, a client would get none, or records
     *     of groups would be shared
     */
    default List<int[]> split(Dataset dataset, int[] indices, int clients, Seed seed) {
        if (clients < 1 || (indices.length < clients && !sharesRecords())) {
            throw new ConfigurationException("Cannot deal " + indices.length + " records to " + clients
                    + " clients; each needs at least one. Use fewer clients or more records.");
        }
        Bundles bundles = Bundles.of(dataset, indices);
        dataset.groupName().ifPresent(group -> {
            if (sharesRecords()) {
                throw new ConfigurationException(
                        "The partition (" + this + ") gives the same records to several clients,"
                                + " but in data set (" + dataset.name() + ") records of one group (" + group
                                + ") stay at one client. Use iid, class-shards, dirichlet or unequal.");
            }
            if (bundles.size() < clients) {
                throw new ConfigurationException("Cannot deal " + indices.length + " records of " + bundles.size()
                        + " groups (" + group + ") to " + clients + " clients; records of one group stay at one client,"
                        + " and each needs at least one. Use fewer clients or more records.");
            }
        });
        List<int[]> parts = deal(dataset, bundles, clients, seed);
        for (int client = 0; client < clients; client++) {
            if (parts.get(client).length == 0) {
                throw new ConfigurationException(
                        "Client " + client + " of " + clients + " gets no record from partition (" + this
                                + "). Use fewer clients, more records or a milder partition.");
            }
        }
        return parts;
    }

    /** Whether several clients may get the same record. */
    default boolean sharesRecords() {
        return false;
    }

    /** The partition's own rule for records of which some stay together; clients may end up empty. */
    List<int[]> deal(Dataset dataset, Bundles records, int clients, Seed seed);

    /** Every client gets a random sample of the same size, give or take one record. */
    @Summary("every client gets a random sample of the same size")
    record Iid() implements Partition {
        @Override
        public List<int[]> deal(Dataset dataset, Bundles records, int clients, Seed seed) {
            return records.shuffled(seed).evenRuns(clients);
        }
    }

    /**
     * Every client gets a random sample of a stated size of all records, whatever others get. For studies of very many
     * clients with small data: the clients' records overlap, so their number says nothing about the amount of data.
     *
     * @param recordsPerClient records of each client, no two of them the same
     */
    @Summary("every client gets a random sample of a stated size; clients share records")
    record Resampled(@Summary("records of each client") int recordsPerClient) implements Partition {
        public Resampled {
            Problems problems = new Problems();
            problems.atLeast("records-per-client", recordsPerClient, 1);
            problems.throwIfAny();
        }

        @Override
        public boolean sharesRecords() {
            return true;
        }

        @Override
        public List<int[]> deal(Dataset dataset, Bundles records, int clients, Seed seed) {
            int[] indices = records.stream().flatMapToInt(Arrays::stream).toArray();
            if (recordsPerClient > indices.length) {
                throw new ConfigurationException("The partition gives each client " + recordsPerClient
                        + " records, but there are " + indices.length + "; give at most as many.");
            }
            return IntStream.range(0, clients)
                    .mapToObj(client -> sample(indices, seed.child("client-" + client)))
                    .toList();
        }

        private int[] sample(int[] indices, Seed seed) {
            RandomGenerator generator = seed.generator();
            Set<Integer> places = new LinkedHashSet<>();
            while (places.size() < recordsPerClient) {
                places.add(generator.nextInt(indices.length));
            }
            return places.stream().mapToInt(place -> indices[place]).toArray();
        }
    }

    /**
     * McMahan et al. 2017, section 3: records sorted by class are cut into shards of one size; each client gets some.
     *
     * @param shardsPerClient how many, and so about how many classes a client has
     */
    @Summary("records sorted by class are cut into shards; each client gets some")
    record ClassShards(
            @Summary("shards a client gets, about its number of classes")
            int shardsPerClient) implements Partition {
        public ClassShards {
            Problems problems = new Problems();
            problems.atLeast("shards-per-client", shardsPerClient, 1);
            problems.throwIfAny();
        }

        @Override
        public List<int[]> deal(Dataset dataset, Bundles records, int clients, Seed seed) {
            List<int[]> shards = records.shuffled(seed).sortedByClass().evenRuns(clients * shardsPerClient);
            int[] order = seed.child("shards").permutation(shards.size());
            List<int[]> parts = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int first = client * shardsPerClient;
                parts.add(IntStream.range(first, first + shardsPerClient)
                        .flatMap(shard -> Arrays.stream(shards.get(order[shard])))
                        .toArray());
            }
            return parts;
        }
    }

    /**
     * Hsu, Qi, Brown 2019: the shares of each class over the clients are drawn from a symmetric Dirichlet distribution. They are
     * drawn anew where a client gets fewer records than it must have, as Li et al. (2022, "Federated Learning on Non-IID Data
     * Silos") do.
     *
     * @param alpha its concentration: small is uneven, large is even
     * @param minimumRecords that each client gets; 1 where it is not given
     */
    @Summary("class shares over the clients are drawn from a Dirichlet distribution")
    record Dirichlet(
            @Summary("concentration; small is uneven") double alpha,

            @Summary("records that each client gets at least, 1 if not given; shares are drawn anew until it does")
            Optional<Integer> minimumRecords)
            implements Partition {
        private static final int MOST_DRAWS = 1000;

        public Dirichlet {
            Problems problems = new Problems();
            problems.positive("alpha", alpha);
            minimumRecords.ifPresent(minimum -> problems.atLeast("minimum-records", minimum, 1));
            problems.throwIfAny();
        }

        /** Each client gets at least one record. */
        public Dirichlet(double alpha) {
            this(alpha, Optional.empty());
        }

        /** @throws ConfigurationException when in a thousand draws some client gets too few; says which alpha would do */
        @Override
        public List<int[]> deal(Dataset dataset, Bundles records, int clients, Seed seed) {
            Bundles shuffled = records.shuffled(seed);
            for (int draw = 0; draw < MOST_DRAWS; draw++) {
                Seed stream = seed.child(draw == 0 ? "shares" : "shares-" + draw);
                List<int[]> parts = draw(dataset, shuffled, clients, stream, alpha);
                if (suffices(parts)) {
                    return parts;
                }
            }
            double milder = alpha;
            do {
                milder *= 2;
            } while (milder < MOST_DRAWS && !suffices(draw(dataset, shuffled, clients, seed.child("milder"), milder)));
            throw new ConfigurationException("The partition (" + this + ") left a client with fewer than "
                    + minimumRecords.orElse(1) + " records in each of " + MOST_DRAWS + " draws of "
                    + shuffled.stream().mapToInt(bundle -> bundle.length).sum() + " records over " + clients
                    + " clients. "
                    + (milder < MOST_DRAWS
                            ? "With alpha: " + milder + " it would not; or use fewer clients or more records."
                            : "Use fewer clients, more records or a smaller minimum."));
        }

        private boolean suffices(List<int[]> parts) {
            return parts.stream().allMatch(part -> part.length >= minimumRecords.orElse(1));
        }

        private static List<int[]> draw(Dataset dataset, Bundles shuffled, int clients, Seed seed, double alpha) {
            List<List<int[]>> parts = new ArrayList<>();
            IntStream.range(0, clients).forEach(client -> parts.add(new ArrayList<>()));
            GammaDistribution gamma = new GammaDistribution(new SeededGenerator(seed), alpha, 1);
            for (int label = 0; label < dataset.task().outputs(); label++) {
                List<int[]> runs = shuffled.ofClass(label).byShares(gamma.sample(clients));
                for (int client = 0; client < clients; client++) {
                    parts.get(client).add(runs.get(client));
                }
            }
            return parts.stream()
                    .map(own -> own.stream().flatMapToInt(Arrays::stream).toArray())
                    .toList();
        }
    }

    /**
     * Random samples of stated sizes.
     *
     * @param shares one a client, in any unit; client {@code k} gets {@code shares[k] / sum}
     */
    @Summary("random samples of stated sizes")
    record Unequal(
            @Summary("one share a client, in any unit") List<Double> shares) implements Partition {
        public Unequal {
            shares = List.copyOf(shares);
            Problems problems = new Problems();
            problems.atLeast("shares", shares.size(), 1);
            for (int client = 0; client < shares.size(); client++) {
                problems.positive("shares[" + client + "]", shares.get(client));
            }
            problems.throwIfAny();
        }

        @Override
        public List<int[]> deal(Dataset dataset, Bundles records, int clients, Seed seed) {
            if (shares.size() != clients) {
                throw new ConfigurationException("The partition has " + shares.size() + " shares for " + clients
                        + " clients; give one share a client.");
            }
            double[] numbers = shares.stream().mapToDouble(Double::doubleValue).toArray();
            return records.shuffled(seed).byShares(numbers);
        }
    }
}
