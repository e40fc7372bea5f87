package peekbench.protocol.party;

import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.channel.PartyId;
import peekbench.nn.Segment;

/** A client that can have its inputs predicted with the help of others. */
interface Predictor {
    PartyId id();

    /** A copy of the layers that make smashed data. */
    Segment front();

    /** The outputs {@code [N, outputs]} of the last prediction. */
    INDArray prediction();
}
