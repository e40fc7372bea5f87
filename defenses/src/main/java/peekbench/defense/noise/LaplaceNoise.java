package peekbench.defense.noise;

import com.google.auto.service.AutoService;
import java.util.Set;
import java.util.random.RandomGenerator;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.threat.defense.Defense;
import peekbench.threat.defense.DefenseOptions;
import peekbench.threat.defense.DefensePlace;
import peekbench.threat.defense.DefenseProvider;

/**
 * Laplace noise on smashed data: of each example {@code z}, {@code c(z) + n} leaves the client, with {@code n_i} of density
 * {@code exp(-|x| / b) / (2 b)} drawn anew at every pass, in predictions too. c clips to an L1 norm where the strength is
 * given as privacy and is the identity otherwise.
 *
 * <p>The backward pass goes straight through the noise and takes the exact Jacobian of the clipping.
 *
 * <p>Deviations: an example leaves its client by itself, so neighbours are any two examples and the sensitivity is twice the
 * clipping norm. The guarantee is for the smashed data of one example in one pass and does not cover labels. A record that
 * is sent k times loses at most kε, by basic composition; nobody counts that here. Floating-point noise has holes that an
 * exact proof does not allow (Mironov 2012); they are left.
 *
 * @param strength how much noise
 */
@Paper(
        authors = "Dwork, Roth",
        title = "The Algorithmic Foundations of Differential Privacy",
        year = 2014,
        venue = "Foundations and Trends in Theoretical Computer Science 9(3-4)",
        section = "Definition 3.3, Theorem 3.6")
@Name("laplace-noise")
@Summary("Laplace noise is added to smashed data")
public record LaplaceNoise(
        @Summary("how much noise: scale, or privacy with clipping")
        LaplaceStrength strength) implements DefenseOptions {

    @Override
    public Defense create() {
        return context -> new NoiseHooks(
                strength.clipping().map(bound -> new Clipping(Norm.L1, bound)),
                strength.spread(),
                LaplaceNoise::standard,
                context.seed().child("laplace-noise").countedGenerator());
    }

    /** An exponential number of mean 1 with a random sign. */
    private static double standard(RandomGenerator generator) {
        double magnitude = generator.nextExponential();
        return generator.nextBoolean() ? magnitude : -magnitude;
    }

    @Override
    public Set<DefensePlace> places() {
        return Set.of(DefensePlace.SMASHED_DATA);
    }

    @Override
    public String label() {
        return "Laplace noise, " + strength.label();
    }

    /** Puts it into the catalogue. */
    @AutoService(DefenseProvider.class)
    public record Provider() implements DefenseProvider {}
}
