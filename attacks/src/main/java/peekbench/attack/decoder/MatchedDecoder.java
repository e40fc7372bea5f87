package peekbench.attack.decoder;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.Channels;
import peekbench.nn.array.SavedState;
import peekbench.threat.attack.ClientShapes;
import peekbench.threat.attack.TrainedAttacker;

/**
 * A decoder behind an order of channels that was found out.
 *
 * @param decoder of the known layers
 * @param order for each channel of the known layers its place among those that the tested client sends
 */
record MatchedDecoder(Decoder decoder, int[] order) implements TrainedAttacker {
    private static final String ORDER = "order";

    /** One that was written down. */
    static MatchedDecoder restored(Capacity capacity, ClientShapes shapes, SavedState written) {
        return new MatchedDecoder(
                Decoder.restored(capacity, shapes, written),
                written.array(ORDER, Nd4j.createFromArray(0)).toIntVector());
    }

    @Override
    public ClientShapes shapes() {
        return decoder.shapes();
    }

    @Override
    public INDArray reconstruct(INDArray smashed) {
        return decoder.reconstruct(Channels.inOrder(smashed, order));
    }

    @Override
    public void remember(SavedState state) {
        decoder.remember(state);
        state.array(ORDER, Nd4j.createFromArray(order));
    }
}
