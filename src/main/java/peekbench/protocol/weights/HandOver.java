package peekbench.protocol.weights;

import peekbench.channel.ModelState;

/** What a client passes on to the next one. */
public enum HandOver {
    /** Weights and the optimiser's memory: the clients together train like one. */
    WITH_OPTIMIZER_STATE {
        @Override
        ModelState outgoing(ModelState own) {
            return own;
        }
    },
    /** Weights alone; each client keeps an optimiser's memory of its own. */
    WEIGHTS_ONLY {
        @Override
        ModelState outgoing(ModelState own) {
            return own.weightsOnly();
        }
    };

    /** What leaves a client of its state. */
    abstract ModelState outgoing(ModelState own);
}
