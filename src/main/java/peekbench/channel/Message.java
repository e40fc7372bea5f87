package peekbench.channel;

import java.util.List;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What parties send each other. Arrays travel by reference within a process and belong to the sender, who overwrites them
 * at its next pass; who keeps one copies it.
 */
public sealed interface Message {

    /** Every array of the message, in the order in which a codec writes them. */
    List<INDArray> arrays();

    /**
     * Smashed data with the targets that the server needs for the loss (Gupta and Raskar 2018, Algorithm 1, line 6).
     *
     * @param batch number of the batch in the client's epoch
     * @param smashed {@code [N, …]}
     * @param targets {@code [N, outputs]}
     */
    record SmashedData(int batch, INDArray smashed, INDArray targets) implements Message {
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
    record CutGradient(int batch, INDArray gradient) implements Message {
        @Override
        public List<INDArray> arrays() {
            return List.of(gradient);
        }
    }

    /** A client asks for the weights of the client that trained last (Algorithm 2, line 6). */
    record WeightsRequest() implements Message {
        @Override
        public List<INDArray> arrays() {
            return List.of();
        }
    }

    /**
     * A client's weights, and its optimiser's memory where that is handed on too (Algorithm 2, line 7).
     *
     * @param parameters {@code [P]}
     * @param optimizerSteps how many steps the optimiser has taken
     * @param optimizerVectors {@code [P]} each; none when only weights are handed on
     */
    record WeightsHandOver(INDArray parameters, long optimizerSteps, List<INDArray> optimizerVectors)
            implements Message {
        public WeightsHandOver {
            optimizerVectors = List.copyOf(optimizerVectors);
        }

        @Override
        public List<INDArray> arrays() {
            return Stream.concat(Stream.of(parameters), optimizerVectors.stream())
                    .toList();
        }
    }

    /**
     * The coordinator lets a client train on some of its batches.
     *
     * @param epoch from 1
     * @param first number of the first batch, in the client's own epoch
     * @param batches how many
     */
    record Turn(int epoch, int first, int batches) implements Message {
        @Override
        public List<INDArray> arrays() {
            return List.of();
        }
    }

    /** A client has finished its turn. */
    record TurnDone() implements Message {
        @Override
        public List<INDArray> arrays() {
            return List.of();
        }
    }

    /** The server's answer to the client that trained last, or to the first of all: its own weights are current. */
    record KeepWeights() implements Message {
        @Override
        public List<INDArray> arrays() {
            return List.of();
        }
    }

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
     * The network's outputs for inference data.
     *
     * @param outputs {@code [N, outputs]}
     */
    record Prediction(INDArray outputs) implements Message {
        @Override
        public List<INDArray> arrays() {
            return List.of(outputs);
        }
    }
}
