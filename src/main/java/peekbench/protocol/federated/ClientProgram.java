package peekbench.protocol.federated;

import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.protocol.schedule.LocalRecords;
import peekbench.threat.observation.ClientWork;
import peekbench.training.TrainingOptions;

/** What every client of a federated protocol runs. */
interface ClientProgram {

    /** A client that runs it. */
    Party client(PartyId id, LocalRecords records, WholeNetwork network);

    /** What a client does in a round, as the aggregator knows it. */
    ClientWork work(TrainingOptions training, int round);

    /** How many records a client takes at most for one step. */
    int batchSize(TrainingOptions training);

    /** How much of its records a client takes for one step. */
    LocalBatches batches();

    /**
     * Sends the gradient of one batch.
     *
     * @param batches how much of its records a client takes for it
     */
    record Gradients(LocalBatches batches) implements ClientProgram {
        @Override
        public Party client(PartyId id, LocalRecords records, WholeNetwork network) {
            return new GradientClient(id, records, network);
        }

        @Override
        public ClientWork work(TrainingOptions training, int round) {
            return new ClientWork.Gradient();
        }

        @Override
        public int batchSize(TrainingOptions training) {
            return Integer.MAX_VALUE;
        }
    }

    /**
     * Trains on all records and sends weights.
     *
     * @param method by which its steps are corrected and its weights are exchanged
     * @param epochs passes over the records
     * @param batches how much of its records a client takes for one step
     */
    record Averaging(FederatedMethod method, int epochs, LocalBatches batches) implements ClientProgram {
        @Override
        public Party client(PartyId id, LocalRecords records, WholeNetwork network) {
            return new FederatedClient(id, records, network, method.client(network.defenses()), epochs);
        }

        @Override
        public ClientWork work(TrainingOptions training, int round) {
            return new ClientWork.LocalTraining(
                    epochs,
                    batchSize(training),
                    training.optimizer(),
                    training.schedule().factor(round, Math.max(1, training.epochs())));
        }

        @Override
        public int batchSize(TrainingOptions training) {
            return batches == LocalBatches.MINI_BATCHES ? training.batchSize() : Integer.MAX_VALUE;
        }
    }
}
