package peekbench.threat.observation;

import java.util.List;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.seed.Seed;

/** What a federated aggregator knows and gets in one round, in which it averages as always and looks. */
public interface ObservedRound {

    /**
     * A copy of the whole network with the global weights that the round begins with.
     *
     * @param precision to compute in
     * @param seed of what its layers draw while they train, such as dropout; clients draw their own
     */
    Segment network(Precision precision, Seed seed);

    /** What clients do in the round. */
    ClientWork work();

    /** The private records that updates of single batches come from. */
    Set<TargetSet> targets();

    /**
     * What a client sends whose records of the round are {@code batchSize} private ones, for one batch after the other in
     * the order of the records; the last may be smaller. Computed by a client's own program, after every defense.
     *
     * @throws IllegalArgumentException when none of these records are known, or for a batch size below 1
     */
    List<ClientUpdate> targetUpdates(TargetSet targets, int batchSize);

    /** What every client of the training sends for its own records, in the order of their numbers. */
    List<ClientUpdate> clientUpdates();

    /**
     * What a client would send for records of the aggregator's own: it knows the clients' program, defenses included, and
     * runs it for itself, with random numbers that are not those of any client.
     *
     * @param inputs {@code [N, …]} in the view's precision
     * @param targets {@code [N, outputs]}
     */
    ClientUpdate rehearse(INDArray inputs, INDArray targets);
}
