package peekbench.defense.sanitizer;

import com.google.auto.service.AutoService;
import java.util.Set;
import peekbench.nn.layer.Activation;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.threat.defense.Defense;
import peekbench.threat.defense.DefenseOptions;
import peekbench.threat.defense.DefensePlace;
import peekbench.threat.defense.DefenseProvider;

/**
 * Case 3 of the privacy-preserving layer: each client trains a small model on its own records and labels and sends what the
 * first layers of that model make of its records.
 *
 * <p>For images {@code x [N, C, H, W]} the model is {@code head(σ(conv(x)))}: a convolution to C channels of the same size
 * (stride 1, {@code (kernel - 1) / 2} zeros on each side), an activation σ and a dense head to the task's outputs. For tables
 * {@code x [N, F]} it is {@code head(σ(x W + b))} with W {@code [F, F]}. All clients start from the weights that the shared
 * nonce gives; each trains with Adam by itself, so the layers come to differ. Then the head is thrown away, the rest is
 * frozen, and {@code s(x) = σ(conv(x))} or {@code σ(x W + b)} has the shape of x, so the server's network takes it. A test's
 * inputs pass the layer of the client that is tested.
 *
 * <p>Deviations and open points: the paper says "single Conv2D, Activation, Dense layers" and no more. It does not say what
 * leaves the model; here that is the activation, as in its Case 2, since the dense layer's few outputs would leave the server
 * nothing to learn from. It takes "the initial random vector of split learning server" as the start; here the nonce seeds
 * the weights. Kernel, activation, epochs, batches and step are this project's. Numbers to predict are standardised by the
 * client's own mean and deviation while it trains, which only the head would feel. Without epochs all clients share one
 * random layer. A client without labels for some records trains on the others. The operations of this training are not
 * counted among the client's.
 *
 * @param kernel side of the convolution's window, odd; tables have none
 * @param activation σ
 * @param epochs passes over the client's own records
 * @param batchSize records a step
 * @param learningRate of Adam
 */
@Paper(
        authors = "Lee, Lee, Jun, Kim, Yoo",
        title = "Triad of Split Learning: Privacy, Accuracy, and Performance",
        year = 2021,
        venue = "ICTC",
        section = "III-B.3, Case 3")
@Name("local-layer")
@Summary("Inputs pass a layer that each client pre-trains on its own records")
public record LocalLayer(
        @Default("3") @Summary("side of the convolution's window, odd; tables have none")
        int kernel,

        @Default("relu") @Summary("of the layer") Activation activation,

        @Default("10") @Summary("passes over the client's own records")
        int epochs,

        @Default("32") @Summary("records a step") int batchSize,
        @Default("0.003") @Summary("step size of Adam") double learningRate)
        implements DefenseOptions {
    /** @throws peekbench.problem.ConfigurationException with all mistakes */
    public LocalLayer {
        Problems problems = new Problems();
        problems.atLeast("kernel", kernel, 1);
        if (kernel % 2 == 0) {
            problems.add("kernel", "is " + kernel + "; it must be odd, so that the output keeps the input's size.");
        }
        problems.atLeast("epochs", epochs, 0);
        problems.atLeast("batch-size", batchSize, 1);
        problems.positive("learning-rate", learningRate);
        problems.throwIfAny();
    }

    /** The defaults: 3x3 window, ReLU, 10 epochs of batches of 32 at .003. */
    public LocalLayer() {
        this(3, Activation.RELU, 10, 32, .003);
    }

    @Override
    public Defense create() {
        return context -> new LocalLayerHooks(this, context);
    }

    @Override
    public Set<DefensePlace> places() {
        return Set.of(DefensePlace.INPUT);
    }

    @Override
    public String label() {
        return "Case 3: local layer" + (epochs == 0 ? ", untrained" : "");
    }

    /** Puts it into the catalogue. */
    @AutoService(DefenseProvider.class)
    public record Provider() implements DefenseProvider {}
}
