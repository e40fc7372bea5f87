package peekbench.scenario;

import java.util.List;
import peekbench.data.DataCatalogue;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.Partition;
import peekbench.problem.ConfigurationException;
import peekbench.problem.NearestName;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Summary;
import peekbench.seed.Seed;

/**
 * Which records play which part.
 *
 * @param dataset name in the catalogue
 * @param victimTrain records that the victims train on
 * @param victimTest records that nobody trains on; the network is tested and attacks are scored on them
 * @param attackerAuxiliary the attacker's own records to train on
 * @param attackerValidation the attacker's own records to stop by
 * @param partition how the victims' records are spread over the clients
 */
@Summary("which records play which part; the four sets are disjoint")
public record DataPlan(
        @Summary("name of a data set, see peekbench list datasets")
        String dataset,

        @Summary("records that the victims train on") int victimTrain,
        @Summary("records that nobody trains on") int victimTest,

        @Default("0") @Summary("the attacker's own records to train on")
        int attackerAuxiliary,

        @Default("0") @Summary("the attacker's own records to stop by")
        int attackerValidation,

        @Default("iid") @Summary("how the victims' records are spread over the clients")
        Partition partition) {
    public DataPlan {
        Problems problems = new Problems();
        if (!DataCatalogue.names().contains(dataset)) {
            problems.add(
                    "dataset",
                    "There is no data set (" + dataset + "); there are " + String.join(", ", DataCatalogue.names())
                            + "." + NearestName.hint(dataset, DataCatalogue.names()));
        }
        try {
            new IndexSets.Sizes(victimTrain, victimTest, attackerAuxiliary, attackerValidation);
        } catch (ConfigurationException e) {
            problems.addAll("", e.problems());
        }
        problems.throwIfAny();
    }

    /**
     * The four sets that a trial of this seed uses.
     *
     * @throws ConfigurationException when the data set is too small
     */
    public IndexSets indexSets(Dataset loaded, Seed trial) {
        IndexSets.Sizes sizes = new IndexSets.Sizes(victimTrain, victimTest, attackerAuxiliary, attackerValidation);
        return IndexSets.draw(loaded, sizes, trial.child("index-sets"));
    }

    /** The victims' records of each client in a trial of this seed. */
    List<int[]> clients(Dataset loaded, IndexSets sets, int clients, Seed trial) {
        return partition.split(loaded, sets.of(IndexSets.Part.VICTIM_TRAIN), clients, trial.child("partition"));
    }
}
