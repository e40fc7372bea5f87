package peekbench.training;

import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import peekbench.channel.Channel;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.Partition;
import peekbench.data.Task;
import peekbench.nn.Architecture;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.loss.LossFunction;
import peekbench.problem.ConfigurationException;
import peekbench.seed.Seed;
import peekbench.threat.defense.Defense;
import peekbench.threat.observation.ServerBehavior;

/**
 * Everything that a protocol needs to train.
 *
 * @param architecture the whole network
 * @param cut the layer after which it is split
 * @param dataset where the records come from
 * @param indexSets who owns which
 * @param partition how the victims' records are spread over clients
 * @param training how long and in what steps
 * @param defenses in order; none is no defense
 * @param precision of all arrays
 * @param seed the trial's
 * @param watchedEpochs epochs, from 1, whose messages are kept for attacks that look at the training itself; most need none.
 *     The memory is that of all features and gradients that cross the watched cut in these epochs
 * @param keptEpochs to whose states one can go back when training has ended. The memory is that of all parties' weights at
 *     each
 * @param server what the server does with smashed data while clients train
 * @param channels opens what connects the parties
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record TrainingSetup(
        Architecture architecture,
        String cut,
        Dataset dataset,
        IndexSets indexSets,
        Partition partition,
        TrainingOptions training,
        List<Defense> defenses,
        Precision precision,
        Seed seed,
        Set<Integer> watchedEpochs,
        KeptEpochs keptEpochs,
        ServerBehavior server,
        Channel.Factory channels) {
    public TrainingSetup {
        defenses = List.copyOf(defenses);
        watchedEpochs = Set.copyOf(watchedEpochs);
    }

    /** A training with a server that follows the protocol, of which nothing is kept but its result, in this process. */
    public TrainingSetup(
            Architecture architecture,
            String cut,
            Dataset dataset,
            IndexSets indexSets,
            Partition partition,
            TrainingOptions training,
            List<Defense> defenses,
            Precision precision,
            Seed seed) {
        this(
                architecture,
                cut,
                dataset,
                indexSets,
                partition,
                training,
                defenses,
                precision,
                seed,
                Set.of(),
                KeptEpochs.NONE,
                ServerBehavior.HONEST,
                Channel::inProcess);
    }

    /** The same setup with those epochs watched. */
    public TrainingSetup watching(Set<Integer> epochs) {
        return with(indexSets, training, seed, epochs, keptEpochs, server, channels);
    }

    /** The same setup with those epochs kept. */
    public TrainingSetup keeping(KeptEpochs epochs) {
        return with(indexSets, training, seed, watchedEpochs, epochs, server, channels);
    }

    /** The same setup with another seed. */
    public TrainingSetup withSeed(Seed other) {
        return with(indexSets, training, other, watchedEpochs, keptEpochs, server, channels);
    }

    /** The same setup with other records and another seed, of which nothing is kept but its result. */
    TrainingSetup with(IndexSets others, Seed other) {
        return with(others, training, other, Set.of(), KeptEpochs.NONE, ServerBehavior.HONEST, channels);
    }

    /** The same setup with another server. */
    public TrainingSetup withServer(ServerBehavior other) {
        return with(indexSets, training, seed, watchedEpochs, KeptEpochs.NONE, other, channels);
    }

    /** The same setup with other steps. */
    public TrainingSetup withTraining(TrainingOptions other) {
        return with(indexSets, other, seed, watchedEpochs, keptEpochs, server, channels);
    }

    /** The same setup with parties that other channels connect. */
    public TrainingSetup through(Channel.Factory others) {
        return with(indexSets, training, seed, watchedEpochs, keptEpochs, server, others);
    }

    private TrainingSetup with(
            IndexSets records,
            TrainingOptions steps,
            Seed drawn,
            Set<Integer> watched,
            KeptEpochs kept,
            ServerBehavior playing,
            Channel.Factory between) {
        return new TrainingSetup(
                architecture,
                cut,
                dataset,
                records,
                partition,
                steps,
                defenses,
                precision,
                drawn,
                watched,
                kept,
                playing,
                between);
    }

    /** How many epochs with frozen weights follow the training, for defenses that learn from the finished network. */
    public int frozenEpochs() {
        return defenses.stream().mapToInt(Defense::frozenEpochs).max().orElse(0);
    }

    /**
     * For protocols whose clients get no gradient from the network that is deployed.
     *
     * @throws ConfigurationException when a defense needs epochs with frozen weights
     */
    public void refuseFrozenEpochs(String protocol, String reason) {
        if (frozenEpochs() > 0) {
            throw new ConfigurationException("The protocol (" + protocol
                    + ") cannot train with a defense that learns from the finished network, such as learned-noise: "
                    + reason + ". Use another protocol or defense.");
        }
    }

    /**
     * Weights that are put back after an early stop are not those that clients hand on.
     *
     * @throws ConfigurationException when a defense needs epochs with frozen weights and training may stop early
     */
    public void refuseFrozenEpochsAfterEarlyStop() {
        if (frozenEpochs() > 0 && training.earlyStopping().isPresent()) {
            throw new ConfigurationException("A defense that learns from the finished network, such as learned-noise,"
                    + " cannot follow a training that may stop early. Leave out training.early-stopping or the"
                    + " defense.");
        }
    }

    /** The victims' records of each client when they are dealt to that many. */
    public List<int[]> clientRecords(int clients) {
        int[] records = indexSets.of(IndexSets.Part.VICTIM_TRAIN);
        return partition.split(dataset, records, clients, seed.child("partition"));
    }

    /** Cross-entropy for classes, mean squared error for numbers. */
    public LossFunction loss() {
        return dataset.task() instanceof Task.Classification
                ? LossFunction.CROSS_ENTROPY
                : LossFunction.MEAN_SQUARED_ERROR;
    }

    /** The client's layers with their initial weights, which depend on the seed and the layers' names only. */
    public Segment frontSegment() {
        return Segment.create(architecture.front(cut), architecture.input(), precision, seed.child("weights"));
    }

    /** The server's layers with their initial weights. */
    public Segment backSegment() {
        return Segment.create(architecture.back(cut), architecture.smashedShape(cut), precision, seed.child("weights"));
    }

    /** The whole network with its initial weights. */
    public Segment wholeSegment() {
        return Segment.create(architecture.layers(), architecture.input(), precision, seed.child("weights"));
    }
}
