package peekbench.protocol.ensemble;

import peekbench.data.IndexSets;
import peekbench.nn.loss.Distillation;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.schedule.LocalRecords;
import peekbench.protocol.schedule.ShuffledBatches;
import peekbench.training.TrainingSetup;

/**
 * What a student is trained with.
 *
 * @param setup the trial's, with the student's seed and its number of epochs
 * @param temperature of the comparison with the teacher
 */
record StudentSetup(TrainingSetup setup, double temperature) {

    Distillation distillation() {
        return new Distillation(setup.loss(), temperature);
    }

    /** Batches of public records; the student gets at no others. */
    LocalRecords publicRecords() {
        int[] records = setup.indexSets().of(IndexSets.Part.ATTACKER_AUXILIARY);
        int batchSize = setup.training().batchSize();
        return new PartyFactory(setup)
                .records(new ShuffledBatches(records, batchSize, 0, setup.seed().child("data-order")));
    }
}
