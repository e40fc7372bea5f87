package peekbench.defense.learned;

import com.google.auto.service.AutoService;
import java.util.Set;
import peekbench.nn.model.ReconstructionNetwork;
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
 * Adversarial reconstruction learning: each client keeps a decoder d of its own beside the training, which reconstructs its
 * inputs x from its smashed data z, and learns layers that make it fail. In each batch
 *
 * <ol>
 *   <li>the decoder takes some steps of Adam on {@code e = mean((d(z) - x)²)};
 *   <li>with the decoder frozen, the network minimises {@code loss - λ min(e, v)}, where {@code v = mean((x - mean image of
 *       the batch)²)}. The gradient of the second term with respect to z is added to the one that the server returns.
 * </ol>
 *
 * <p>The paper's term is {@code -λ e} and has no lower bound: by larger and larger z a client could send a decoder that lags
 * behind anywhere, which hides nothing from one that is trained afterwards. Beyond v the decoder knows less than someone who
 * sees nothing, so there is nothing left to hide, and the term pushes no further (deviation). Other deviations: pixels only,
 * not the paper's perceptual distance; the decoder is that of {@link ReconstructionNetwork}; every client has a decoder of
 * its own, which learns in its turns only. z is taken before noise and other filters. The operations of the decoder are not
 * counted among the client's.
 *
 * <p>Whether it helps is for an attacker to say who trains a decoder afterwards, on what the finished network sends. Li et
 * al. 2021, "DeepObfuscator", and Pittaluga, Koppal, Chakrabarti 2019 play the same game for other private attributes.
 *
 * @param weight λ, at least 0; 0 trains no decoder and leaves every bit as it is
 * @param channels feature maps of the decoder's hidden convolution
 * @param hiddenUnits of the decoder's hidden dense layer, for tables
 * @param steps of the decoder, a batch
 * @param learningRate of the decoder's Adam
 */
@Paper(
        authors = "Xiao, Tsai, Sohn, Chandraker, Yang",
        title = "Adversarial Learning of Privacy-Preserving and Task-Oriented Representations",
        year = 2020,
        venue = "AAAI",
        section = "adversarial reconstruction learning, negative pixel reconstruction loss")
@Name("adversarial-decoder")
@Summary("Clients train a decoder beside the network and learn to make it fail")
public record AdversarialDecoder(
        @Summary("λ of loss - λ reconstruction error") double weight,

        @Default("16") @Summary("feature maps of the decoder")
        int channels,

        @Default("64") @Summary("units of the decoder's hidden layer, for tables")
        int hiddenUnits,

        @Default("1") @Summary("of the decoder, a batch") int steps,

        @Default("0.003") @Summary("of the decoder's Adam") double learningRate)
        implements DefenseOptions {
    /** @throws peekbench.problem.ConfigurationException with all mistakes */
    public AdversarialDecoder {
        Problems problems = new Problems();
        problems.nonNegative("weight", weight);
        problems.atLeast("channels", channels, 1);
        problems.atLeast("hidden-units", hiddenUnits, 1);
        problems.atLeast("steps", steps, 1);
        problems.positive("learning-rate", learningRate);
        problems.throwIfAny();
    }

    /** A decoder of the default size: 16 maps, 64 units, one step a batch at .003. */
    public AdversarialDecoder(double weight) {
        this(weight, 16, 64, 1, .003);
    }

    ReconstructionNetwork.Width width() {
        return new ReconstructionNetwork.Width(channels, hiddenUnits);
    }

    @Override
    public Set<DefensePlace> places() {
        return Set.of(DefensePlace.LOSS);
    }

    @Override
    public Defense create() {
        return context -> new AdversarialDecoderHooks(this, context);
    }

    @Override
    public String label() {
        return "adversarial decoder, λ = " + weight;
    }

    /** Puts it into the catalogue. */
    @AutoService(DefenseProvider.class)
    public record Provider() implements DefenseProvider {}
}
