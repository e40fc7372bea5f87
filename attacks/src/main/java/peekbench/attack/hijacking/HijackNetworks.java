package peekbench.attack.hijacking;

import java.util.List;
import java.util.Optional;
import peekbench.nn.Optimizer;
import peekbench.nn.Segment;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.AveragePooling;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Dropout;
import peekbench.nn.layer.Flatten;
import peekbench.nn.layer.GlobalAveragePooling;
import peekbench.nn.layer.LayerSpec;
import peekbench.nn.layer.LeakyRelu;
import peekbench.nn.layer.MaxPooling;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.layer.Reshape;
import peekbench.nn.layer.Residual;
import peekbench.nn.model.ReconstructionNetwork;
import peekbench.seed.Seed;
import peekbench.threat.view.MaliciousServerView;

/** The attacker's networks, sized to what the server knows of the client's. */
record HijackNetworks(FeatureSpaceHijackingOptions options, MaliciousServerView view) {
    private static final int KERNEL = 3;

    Autoencoder autoencoder(Seed seed) {
        Segment pilot = segment(pilot(), view.inputShape(), seed.child("pilot"));
        Segment inverse = segment(inverse(), view.smashedShape(), seed.child("inverse"));
        return new Autoencoder(pilot, inverse, options.pilotLearningRate());
    }

    Critic critic(Seed seed) {
        return new Critic(
                segment(critic(), view.smashedShape(), seed),
                Optimizer.Adam.of(options.criticLearningRate(), options.criticBeta1()),
                new GradientPenalty(options.gradientPenalty()));
    }

    private Segment segment(List<NamedLayer> layers, Shape input, Seed seed) {
        return Segment.create(layers, input, view.precision(), seed.child("weights"));
    }

    /** Convolutions or, where shapes do not allow them, a dense layer; linear but for its end. */
    List<NamedLayer> pilot() {
        Stack stack = convolutions()
                .map(ConvolutionalPilot::pilot)
                .orElseGet(() -> new Stack()
                        .flat(view.inputShape())
                        .add(new Dense(view.smashedShape().length()))
                        .shaped(view.smashedShape()));
        lastActivation().ifPresent(stack::add);
        return stack.layers();
    }

    /** From smashed data to inputs. */
    List<NamedLayer> inverse() {
        return convolutions()
                .map(ConvolutionalPilot::inverse)
                .orElseGet(() -> ReconstructionNetwork.layers(
                        new ReconstructionNetwork.Width(2 * options.pilotChannels(), options.hiddenUnits()),
                        view.smashedShape(),
                        view.inputShape()));
    }

    private Optional<ConvolutionalPilot> convolutions() {
        return ConvolutionalPilot.suits(view.inputShape(), view.smashedShape())
                ? Optional.of(new ConvolutionalPilot(view.inputShape(), view.smashedShape(), options.pilotChannels()))
                : Optional.empty();
    }

    /** One number for an example of smashed data. Nothing mixes the examples of a batch. */
    List<NamedLayer> critic() {
        Stack stack = new Stack();
        Shape smashed = view.smashedShape();
        if (smashed.isImage()) {
            int channels = options.criticChannels();
            stack.add(new Convolution(channels, KERNEL, 1, 1));
            for (int block = 0; block < options.criticBlocks(); block++) {
                stack.add(block(channels));
            }
            stack.add(Activation.RELU)
                    .add(new Convolution(channels, KERNEL, 2, 1))
                    .add(Activation.RELU)
                    .add(new Flatten());
        } else {
            stack.flat(smashed)
                    .add(new Dense(options.hiddenUnits()))
                    .add(Activation.RELU)
                    .add(new Dense(options.hiddenUnits()))
                    .add(Activation.RELU);
        }
        return stack.add(new Dense(1)).layers();
    }

    private static Residual block(int channels) {
        Stack main = new Stack();
        for (int i = 0; i < 2; i++) {
            main.add(Activation.RELU).add(new Convolution(channels, KERNEL, 1, 1));
        }
        return new Residual(main.layers(), List.of(), Optional.empty());
    }

    /**
     * The activation that the client's layers end in, behind which only pooling and the like follows; empty where there is
     * none, or where others' layers stand between the client's and the server's.
     */
    private Optional<LayerSpec> lastActivation() {
        Shape shape = view.inputShape();
        Optional<LayerSpec> last = Optional.empty();
        for (NamedLayer layer : view.clientLayers()) {
            shape = layer.spec().outputShape(shape);
            last = keepsRange(layer.spec()) ? last : activation(layer.spec());
        }
        return shape.equals(view.smashedShape()) ? last : Optional.empty();
    }

    private static boolean keepsRange(LayerSpec spec) {
        return spec instanceof MaxPooling
                || spec instanceof AveragePooling
                || spec instanceof GlobalAveragePooling
                || spec instanceof Flatten
                || spec instanceof Reshape
                || spec instanceof Dropout;
    }

    private static Optional<LayerSpec> activation(LayerSpec spec) {
        if (spec instanceof Residual block) {
            return block.activation().map(LayerSpec.class::cast);
        }
        return spec instanceof Activation || spec instanceof LeakyRelu ? Optional.of(spec) : Optional.empty();
    }
}
