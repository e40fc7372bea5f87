package peekbench.threat.observation;

import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.seed.Seed;

/**
 * The victims' way of training, which whoever took part knows, to be repeated on records that an attacker has: the same
 * network, protocol, number of clients, optimiser, epochs and defenses, with other initial weights.
 */
@FunctionalInterface
public interface ShadowTraining {

    /**
     * Trains a shadow network.
     *
     * @param auxiliary places of the attacker's auxiliary records to train on
     * @param candidates places of candidates to train on
     * @param seed of everything random in the training
     * @return what the network makes of inputs {@code [N, …]}: outputs {@code [N, outputs]}
     * @throws peekbench.problem.ConfigurationException when these are too few records to train so
     */
    UnaryOperator<INDArray> train(int[] auxiliary, int[] candidates, Seed seed);
}
