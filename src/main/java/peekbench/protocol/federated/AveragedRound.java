package peekbench.protocol.federated;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.protocol.schedule.LocalRecords;
import peekbench.seed.Seed;
import peekbench.threat.observation.ClientUpdate;
import peekbench.threat.observation.ClientWork;
import peekbench.threat.observation.ObservedRound;
import peekbench.threat.observation.TargetSet;

/**
 * A round as the last client sees it: {@code (N Δ - n Δ_own) / (N - n)}, the change of the global network less its own part,
 * which is the mean of all others' updates, weighted by records. The others have as many records in the round as the one
 * that is looked at; {@link #rehearse} gives its own update in the place of theirs, which it does not know.
 *
 * @param single the same round, client by client, without masks
 * @param clients how many there are, at least 2
 */
record AveragedRound(WatchedRound single, int clients) implements ObservedRound {

    @Override
    public Segment network(Precision precision, Seed seed) {
        return single.network(precision, seed);
    }

    @Override
    public ClientWork work() {
        return single.work();
    }

    @Override
    public Set<TargetSet> targets() {
        return single.targets();
    }

    @Override
    public List<ClientUpdate> targetUpdates(TargetSet targets, int batchSize) {
        return single.targetUpdates(targets, batchSize).stream()
                .map(victim -> averaged(
                        victim,
                        IntStream.range(1, clients - 1)
                                .mapToObj(other -> firstRecords(other, victim.records()))
                                .toList()))
                .toList();
    }

    /** One update: the mean of those of all clients but the last. */
    @Override
    public List<ClientUpdate> clientUpdates() {
        List<ClientUpdate> all = single.clientUpdates();
        return List.of(mean(all.subList(0, clients - 1)));
    }

    @Override
    public ClientUpdate rehearse(INDArray inputs, INDArray targets) {
        ClientUpdate rehearsed = single.rehearse(inputs, targets);
        return averaged(
                rehearsed,
                IntStream.range(1, clients - 1)
                        .mapToObj(other -> firstRecords(clients - 1, rehearsed.records()))
                        .toList());
    }

    /** The update of a client for its first records. */
    private ClientUpdate firstRecords(int client, int count) {
        LocalRecords.Batch own = single.clientRecords().get(client).labelled();
        var rows = NDArrayIndex.interval(0, Math.min(count, own.size()));
        return single.update(
                client,
                new LocalRecords.Batch(
                        own.inputs().get(rows).dup('c'), own.targets().get(rows).dup('c')));
    }

    /** The mean of one update and others, as one of as many records as the first. */
    private static ClientUpdate averaged(ClientUpdate first, List<ClientUpdate> others) {
        List<ClientUpdate> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return new ClientUpdate(first.records(), mean(all).change());
    }

    private static ClientUpdate mean(List<ClientUpdate> updates) {
        int records = updates.stream().mapToInt(ClientUpdate::records).sum();
        INDArray change = updates.get(0).change().mul(updates.get(0).records());
        updates.subList(1, updates.size())
                .forEach(update -> change.addi(update.change().mul(update.records())));
        return new ClientUpdate(records, change.divi(records));
    }
}
