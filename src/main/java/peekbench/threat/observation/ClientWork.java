package peekbench.threat.observation;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.Optimizer;
import peekbench.problem.ConfigurationException;

/** What an aggregator has clients do in their turn; it prescribed it, so it knows it. */
public sealed interface ClientWork {

    /**
     * The mean gradient of the loss that an update reveals, exactly or nearly.
     *
     * @param update of a client
     * @param weights {@code [P]} float64, the global ones that its turn began with
     * @return {@code [P]} float64
     * @throws ConfigurationException when steps are no linear function of gradients
     */
    INDArray meanGradient(ClientUpdate update, INDArray weights);

    /** A client sends the gradient of its mean loss. */
    record Gradient() implements ClientWork {
        @Override
        public INDArray meanGradient(ClientUpdate update, INDArray weights) {
            return update.change();
        }
    }

    /**
     * A client trains and sends its weights. With {@code T} steps of stochastic gradient descent at learning rate η, momentum
     * m and weight decay d, gradients that do not change on the way would move the weights by {@code -η c (g + d w)}, {@code
     * c = Σ_{t=1..T} (1 + m + … + m^(t-1))}. That is solved for {@code g}: exact after one step, otherwise the better the
     * smaller η is.
     *
     * @param epochs passes over the client's records
     * @param batchSize records a step; a client that has fewer takes all
     * @param optimizer that takes the steps
     * @param learningRateFactor of the round, which the schedule gives
     */
    record LocalTraining(int epochs, int batchSize, Optimizer optimizer, double learningRateFactor)
            implements ClientWork {
        /** How many steps a client with so many records takes. */
        public int steps(int records) {
            return epochs * (1 + (records - 1) / batchSize);
        }

        @Override
        public INDArray meanGradient(ClientUpdate update, INDArray weights) {
            if (!(optimizer instanceof Optimizer.Sgd sgd)) {
                throw new ConfigurationException("An update after local training with the optimiser ("
                        + optimizer.getClass().getSimpleName()
                        + ") is no sum of gradients, so no gradient can be read off it. Use sgd, or a protocol whose"
                        + " clients send gradients, such as federated-sgd.");
            }
            double velocity = 0;
            double moved = 0;
            for (int step = 0; step < steps(update.records()); step++) {
                velocity = 1 + sgd.momentum() * velocity;
                moved += velocity;
            }
            INDArray gradient = update.change().div(-sgd.learningRate() * learningRateFactor * moved);
            return sgd.weightDecay() == 0 ? gradient : gradient.subi(weights.mul(sgd.weightDecay()));
        }
    }
}
