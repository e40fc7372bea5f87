package peekbench.attack.decoder;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.Segment;
import peekbench.nn.array.SavedState;
import peekbench.nn.layer.LayerSequence;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.model.ReconstructionNetwork;
import peekbench.seed.Seed;
import peekbench.threat.attack.ClientShapes;
import peekbench.threat.attack.TrainedAttacker;

/**
 * A decoder: {@code decode(g((z - mean) / deviation))} for smashed data {@code z}.
 *
 * @param network g, from standardised smashed data to inputs as it was trained on them
 * @param encoding how both look to it
 */
record Decoder(Segment network, Encoding encoding) implements TrainedAttacker {

    /** One of that capacity with initial weights. */
    static Segment network(Capacity capacity, ClientShapes shapes, Seed weights) {
        return Segment.create(layers(capacity, shapes), shapes.smashed(), shapes.precision(), weights);
    }

    private static List<NamedLayer> layers(Capacity capacity, ClientShapes shapes) {
        return ReconstructionNetwork.layers(capacity.width(), shapes.smashed(), shapes.input());
    }

    /** One of that capacity as it was written down. */
    static Decoder restored(Capacity capacity, ClientShapes shapes, SavedState written) {
        Segment network = network(capacity, shapes, Seed.of(0));
        network.remember(written.part("network"));
        return new Decoder(network, Encoding.restored(shapes, written));
    }

    /** How many weights one of that capacity has. */
    static long weights(Capacity capacity, ClientShapes shapes) {
        return new LayerSequence(layers(capacity, shapes), shapes.smashed()).parameterCount();
    }

    @Override
    public ClientShapes shapes() {
        return new ClientShapes(network.precision(), network.outputShape(), network.inputShape());
    }

    @Override
    public INDArray reconstruct(INDArray smashed) {
        return encoding.decode(outputs(smashed));
    }

    /** The network's outputs, before they are taken for inputs. */
    INDArray outputs(INDArray smashed) {
        return network.predict(encoding.smashed().apply(smashed));
    }

    @Override
    public void remember(SavedState state) {
        network.remember(state.part("network"));
        encoding.remember(state);
    }
}
