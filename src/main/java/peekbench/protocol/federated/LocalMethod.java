package peekbench.protocol.federated;

import peekbench.protocol.engine.LocalCorrection;
import peekbench.protocol.weights.WeightExchange;

/** What one client of federated averaging does besides training; it may remember something from turn to turn. */
interface LocalMethod {
    /** How the client comes by the average and what it sends. */
    WeightExchange exchange();

    /** What is added to the gradients of a turn for which the client has its weights. */
    LocalCorrection begin(WeightExchange.Holder client);

    /** A client that corrects nothing. */
    static LocalMethod uncorrected(WeightExchange exchange) {
        return new Uncorrected(exchange);
    }

    /** See {@link #uncorrected}. */
    record Uncorrected(WeightExchange exchange) implements LocalMethod {
        @Override
        public LocalCorrection begin(WeightExchange.Holder client) {
            return LocalCorrection.none();
        }
    }

    /**
     * A client that is drawn back to the weights its turn began with.
     *
     * @param mu how strongly
     */
    record DrawnBack(WeightExchange exchange, double mu) implements LocalMethod {
        @Override
        public LocalCorrection begin(WeightExchange.Holder client) {
            return new LocalCorrection.Proximal(mu, client.state().parameters());
        }
    }
}
