package peekbench.nn;

import java.util.List;
import peekbench.registry.Catalogued;
import peekbench.registry.Registry;

/** The model catalogue. */
public final class Models {
    /** Every network that a scenario can name. */
    public static final Registry<ModelOptions> REGISTRY = new Registry<>(
            "model",
            List.of(
                    new Catalogued<>("lenet5", "LeNet-5 with rectifiers and max pooling", LeNet5.class),
                    new Catalogued<>("mlp", "Dense network with two hidden layers", MultilayerPerceptron.class)));

    private Models() {}
}
