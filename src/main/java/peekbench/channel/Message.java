package peekbench.channel;

import java.util.List;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What parties send each other. Arrays travel by reference within a process and belong to the sender, who overwrites them
 * at its next pass; who keeps one copies it. A {@link ModelState} is never overwritten.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public sealed interface Message {

    /** Every array of the message, in the order in which a codec writes them. */
    default List<INDArray> arrays() {
        return List.of();
    }

    /** The message's first number, as a codec writes it. */
    default long number() {
        return 0;
    }

    /** The message's second number. */
    default int second() {
        return 0;
    }

    // ---- what several kinds have in common ----

    /** A message about one batch of a client's epoch. */
    sealed interface OfBatch extends Message {
        int batch();

        @Override
        default long number() {
            return batch();
        }
    }

    /** A message about an epoch. */
    sealed interface OfEpoch extends Message {
        int epoch();

        @Override
        default long number() {
            return epoch();
        }
    }

    /** A message with a model. */
    sealed interface OfState extends Message {
        ModelState state();

        @Override
        default List<INDArray> arrays() {
            return state().arrays();
        }

        @Override
        default long number() {
            return state().optimizerSteps();
        }
    }

    // ---- from and to the coordinator, which carries no data ----

    /**
     * The coordinator lets a client train on some of its batches.
     *
     * @param epoch from 1
     * @param first number of the first batch, in the client's own epoch
     * @param batches how many
     */
    record Turn(int epoch, int first, int batches) implements Message {
        @Override
        public long number() {
            return (long) epoch << Integer.SIZE | first;
        }

        @Override
        public int second() {
            return batches;
        }
    }

    /** A client has finished its turn. */
    record TurnDone() implements Message {}

    /** An epoch begins, for parties that have no turns. */
    record EpochBegins(int epoch) implements OfEpoch {}

    /** An epoch has ended: time to average. */
    record EpochEnds(int epoch) implements OfEpoch {}

    /** So many clients take part in the next step at once. */
    record StepBegins(int clients) implements Message {
        @Override
        public long number() {
            return clients;
        }
    }

    /**
     * The updates of these clients, whose turns follow, are added up so that nobody reads a single one.
     *
     * @param sum its number, different for each of a training
     * @param clients their numbers
     */
    record SumBegins(long sum, List<Integer> clients) implements Message {
        public SumBegins {
            clients = List.copyOf(clients);
        }

        @Override
        public List<INDArray> arrays() {
            return List.of(Nd4j.createFromArray(
                    clients.stream().mapToLong(Integer::longValue).toArray()));
        }

        @Override
        public long number() {
            return sum;
        }
    }

    /** A server has chosen the client: it sends the batch of its next turn. */
    record Chosen() implements Message {}

    /** Whoever takes part in a step has had its turn. */
    record StepEnds() implements Message {}

    /**
     * The coordinator has a client predict its inputs with the server's help.
     *
     * @param inputs {@code [N, …]}
     */
    record Predict(INDArray inputs) implements Message {
        @Override
        public List<INDArray> arrays() {
            return List.of(inputs);
        }
    }

    // ---- training across a cut ----

    /**
     * Smashed data with the targets that the server needs for the loss (Gupta and Raskar 2018, Algorithm 1, line 6).
     *
     * @param batch number of the batch in the client's epoch
     * @param smashed {@code [N, …]}
     * @param targets {@code [N, outputs]}
     */
    record SmashedData(int batch, INDArray smashed, INDArray targets) implements OfBatch {
        @Override
        public List<INDArray> arrays() {
            return List.of(smashed, targets);
        }
    }

    /**
     * The loss's gradient with respect to smashed data (Algorithm 1, line 10).
     *
     * @param batch number of the batch that it answers
     * @param gradient {@code [N, …]}
     */
    record CutGradient(int batch, INDArray gradient) implements OfBatch {
        @Override
        public List<INDArray> arrays() {
            return List.of(gradient);
        }
    }

    /**
     * Smashed data without labels, for a network that is wrapped around (section 3.6).
     *
     * @param batch number of the batch in the client's epoch
     * @param smashed {@code [N, …]}
     */
    record UnlabelledData(int batch, INDArray smashed) implements OfBatch {
        @Override
        public List<INDArray> arrays() {
            return List.of(smashed);
        }
    }

    /**
     * What the server's layers make of unlabelled data, for the client's last layers.
     *
     * @param batch number of the batch that it answers
     * @param features {@code [N, …]}
     */
    record HeadInput(int batch, INDArray features) implements OfBatch {
        @Override
        public List<INDArray> arrays() {
            return List.of(features);
        }
    }

    /**
     * The loss's gradient with respect to a {@link HeadInput}.
     *
     * @param batch number of the batch
     * @param gradient {@code [N, …]}
     */
    record HeadGradient(int batch, INDArray gradient) implements OfBatch {
        @Override
        public List<INDArray> arrays() {
            return List.of(gradient);
        }
    }

    /**
     * Smashed data of records to predict; nobody learns from them.
     *
     * @param smashed {@code [N, …]}
     */
    record InferenceData(INDArray smashed) implements Message {
        @Override
        public List<INDArray> arrays() {
            return List.of(smashed);
        }
    }

    /**
     * What the receiver of inference data makes of them: the network's outputs, or what its last layers need for them.
     *
     * @param outputs {@code [N, …]}
     */
    record Prediction(INDArray outputs) implements Message {
        @Override
        public List<INDArray> arrays() {
            return List.of(outputs);
        }
    }

    /**
     * All records of a client, sanitized, for training that the server does alone.
     *
     * @param inputs {@code [N, …]}
     * @param targets {@code [N, outputs]}
     */
    record SanitizedRecords(INDArray inputs, INDArray targets) implements Message {
        @Override
        public List<INDArray> arrays() {
            return List.of(inputs, targets);
        }
    }

    // ---- weights on their way from client to client ----

    /** A client asks for the weights of the client that trained last (Algorithm 2, line 6). */
    record WeightsRequest() implements Message {}

    /** The answer to the client that trained last, or to the first of all: its own weights are current. */
    record KeepWeights() implements Message {}

    /** A client's weights, readable by all (Algorithm 2, line 7). */
    record WeightsHandOver(ModelState state) implements OfState {}

    /**
     * A client's weights, which only clients can read.
     *
     * @param ciphertext bytes {@code [L]}
     */
    record SealedWeights(INDArray ciphertext) implements Message {
        @Override
        public List<INDArray> arrays() {
            return List.of(ciphertext);
        }
    }

    /** The address of the client that trained last. */
    record LastTrained(int client) implements Message {
        @Override
        public long number() {
            return client;
        }
    }

    /** A client asks for all weight updates from that number on. */
    record UpdatesRequest(int from) implements Message {
        @Override
        public long number() {
            return from;
        }
    }

    /**
     * Weight updates in their order, each readable by clients alone.
     *
     * @param ciphertexts bytes {@code [L]} each
     */
    record SealedUpdates(List<INDArray> ciphertexts) implements Message {
        public SealedUpdates {
            ciphertexts = List.copyOf(ciphertexts);
        }

        @Override
        public List<INDArray> arrays() {
            return ciphertexts;
        }
    }

    // ---- averaging ----

    /**
     * What a client's layers have become in its turn.
     *
     * @param records how many records it trained on, its weight in the average
     */
    record LocalModel(int records, ModelState state) implements OfState {
        @Override
        public int second() {
            return records;
        }
    }

    /**
     * The gradient of a client's mean loss.
     *
     * @param records how many records it is the mean over
     * @param gradient {@code [P]}
     * @param buffers what the layers remember besides, {@code [B]}
     */
    record LocalGradient(int records, INDArray gradient, INDArray buffers) implements Message {
        @Override
        public List<INDArray> arrays() {
            return List.of(gradient, buffers);
        }

        @Override
        public int second() {
            return records;
        }
    }

    /**
     * What an aggregator knows of the gradients of all clients (Karimireddy et al. 2020, Algorithm 1, line 4).
     *
     * @param values {@code c [P]}
     */
    record ControlVariate(INDArray values) implements Message {
        @Override
        public List<INDArray> arrays() {
            return List.of(values);
        }
    }

    /**
     * By how much a client's control variate has changed in its turn (Algorithm 1, line 13).
     *
     * @param change {@code c_i⁺ - c_i [P]}
     */
    record ControlChange(INDArray change) implements Message {
        @Override
        public List<INDArray> arrays() {
            return List.of(change);
        }
    }

    /**
     * What a client adds to a sum: a gradient or a change of weights, and behind it the layers' buffers, times the records,
     * masked.
     *
     * @param records how many records it comes from, its weight in the mean
     * @param numbers {@code [P + B]} int64, of the ring of integers modulo 2^64
     */
    record MaskedUpdate(int records, INDArray numbers) implements Message {
        @Override
        public List<INDArray> arrays() {
            return List.of(numbers);
        }

        @Override
        public int second() {
            return records;
        }
    }
}
