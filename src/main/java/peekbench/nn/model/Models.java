package peekbench.nn.model;

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
                    new Catalogued<>("adasplit-lenet", "The backbone of AdaSplit's experiments", AdaSplitLeNet.class),
                    new Catalogued<>("mlp", "Dense network with two hidden layers", MultilayerPerceptron.class),
                    new Catalogued<>("lipid-mlp", "Dense network for tables of measurements", LipidNetwork.class),
                    new Catalogued<>("alexnet", "AlexNet for images of 32x32 pixels", AlexNet.class),
                    new Catalogued<>("vgg11", "VGG with 11 layers with weights", Vgg11.class),
                    new Catalogued<>("vgg16", "VGG with 16 layers with weights", Vgg16.class),
                    new Catalogued<>("resnet20", "Residual network of 20 layers for small images", ResNet20.class),
                    new Catalogued<>("resnet50", "Residual network of 50 layers with bottlenecks", ResNet50.class),
                    new Catalogued<>("darkcovidnet", "17 convolutions for chest X-ray images", DarkCovidNet.class),
                    new Catalogued<>("lstm", "Long short-term memory over rows of images", LstmNetwork.class),
                    new Catalogued<>("gru", "Gated recurrent units over rows of images", GruNetwork.class),
                    new Catalogued<>("layers", "The layers that the scenario lists", CustomModel.class)));

    private Models() {}

    /**
     * The name of a model in scenarios.
     *
     * @throws IllegalArgumentException when the catalogue does not list it
     */
    public static String nameOf(ModelOptions model) {
        return REGISTRY.entries().stream()
                .filter(entry -> entry.options() == model.getClass())
                .map(Catalogued::name)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(model + " is not in the catalogue; register its record"));
    }
}
