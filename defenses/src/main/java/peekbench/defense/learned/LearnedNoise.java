package peekbench.defense.learned;

import com.google.auto.service.AutoService;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.seed.Seed;
import peekbench.threat.defense.Defense;
import peekbench.threat.defense.DefenseContext;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.DefenseOptions;
import peekbench.threat.defense.DefensePlace;
import peekbench.threat.defense.DefenseProvider;

/**
 * Shredder: a collection of noise tensors of the shape of one example of smashed data. Each example draws one of them,
 * {@code z + n_t}, in predictions as well.
 *
 * <p>The network is trained without noise. Then its weights are frozen, and for some epochs the same parties send the same
 * messages about the clients' own records, while each tensor n learns by Adam from the gradients that the server returns:
 * {@code L(n) = mean over its examples of the task's loss - λ |n|₁}. Tensors start as Laplace noise. How much noise there is,
 * is the paper's privacy in vivo, {@code 1/SNR = σ²(n) / E[z²]}: the variance of all numbers of the collection over the mean
 * square of the smashed data of the last batch. It is also the defense's statistic.
 *
 * <p>Deviations:
 *
 * <ul>
 *   <li>Laplace's scale is chosen so that tensors start with the wanted 1/SNR; the paper tries scales.
 *   <li>The paper lets λ decay once the wanted privacy is reached; here λ is 0 while 1/SNR is at or above it.
 *   <li>All tensors learn at once, each from the examples of a batch that drew it; the paper learns one after the other.
 *   <li>All clients learn one collection, since it belongs to the network that they share, and what passes between them for
 *       it is not counted.
 * </ul>
 *
 * <p>As in the paper, only what the finished network sends is protected. While it is trained, smashed data leave their
 * clients as they are. It cannot follow a training that may stop early.
 * Protocols whose clients get no gradient from the network that is deployed ({@code student}, {@code
 * sanitized-training}) are refused.
 *
 * @param inverseSnr the wanted 1/SNR, at least 0; 0 learns nothing and leaves every bit as it is
 * @param weight λ, at least 0
 * @param tensors how many are learned, at least 1
 * @param epochs with frozen weights, at least 1
 * @param learningRate of Adam
 */
@Paper(
        authors = "Mireshghallah, Taram, Ramrakhyani, Jalali, Tullsen, Esmaeilzadeh",
        title = "Shredder: Learning Noise Distributions to Protect Inference Privacy",
        year = 2020,
        venue = "ASPLOS",
        section = "2.3-2.5")
@Name("learned-noise")
@Summary("Noise tensors that clients learn once the network is trained are added to smashed data")
public record LearnedNoise(
        @Summary("1/SNR: variance of the noise over mean square of smashed data")
        double inverseSnr,

        @Default("0.001") @Summary("λ of the task's loss - λ |n|₁")
        double weight,

        @Default("8") @Summary("noise tensors, of which each example draws one")
        int tensors,

        @Default("2") @Summary("with frozen weights, in which tensors learn")
        int epochs,

        @Default("0.01") @Summary("step size of Adam") double learningRate)
        implements DefenseOptions {
    /** @throws peekbench.problem.ConfigurationException with all mistakes */
    public LearnedNoise {
        Problems problems = new Problems();
        problems.nonNegative("inverse-snr", inverseSnr);
        problems.nonNegative("weight", weight);
        problems.atLeast("tensors", tensors, 1);
        problems.atLeast("epochs", epochs, 1);
        problems.positive("learning-rate", learningRate);
        problems.throwIfAny();
    }

    /** The defaults: 8 tensors that learn for 2 epochs at .01, λ = .001. */
    public LearnedNoise(double inverseSnr) {
        this(inverseSnr, .001, 8, 2, .01);
    }

    @Override
    public Set<DefensePlace> places() {
        return Set.of(DefensePlace.SMASHED_DATA);
    }

    @Override
    public Defense create() {
        return new OfOneTrial(this, new HashMap<>());
    }

    @Override
    public String label() {
        return "learned noise, 1/SNR = " + inverseSnr;
    }

    /**
     * The defense of a trial. A trial may train several networks, as an ensemble does; what their clients share is drawn from
     * different seeds.
     *
     * @param collections by what the clients of a network share
     */
    private record OfOneTrial(LearnedNoise options, Map<Seed, NoiseCollection> collections) implements Defense {
        @Override
        public DefenseHooks attach(DefenseContext context) {
            NoiseCollection collection = collections.computeIfAbsent(
                    context.shared(), shared -> new NoiseCollection(options, shared.child("learned-noise")));
            return new LearnedNoiseHooks(
                    options, collection, context.seed().child("learned-noise").countedGenerator());
        }

        @Override
        public int frozenEpochs() {
            return options.inverseSnr() == 0 ? 0 : options.epochs();
        }
    }

    /** Puts it into the catalogue. */
    @AutoService(DefenseProvider.class)
    public record Provider() implements DefenseProvider {}
}
