package peekbench.deeplearning4j;

import org.apiguardian.api.API;
import peekbench.registry.Summary;

/** What a network that is read from a file begins with. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public enum InitialWeights {
    /** The weights of the file. */
    @Summary("those of the file")
    KEPT,
    /** Weights drawn from the trial's seed, as for every other network. */
    @Summary("drawn from the seed")
    DRAWN
}
