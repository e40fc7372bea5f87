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
 * Gaussian noise on smashed data: of each example {@code z}, {@code c(z) + n} leaves the client, with {@code n_i ~ N(0,
 * σ²)} drawn anew at every pass, in predictions too. c clips to an L2 norm where the strength is given as privacy and is
 * the identity otherwise.
 *
 * <p>The backward pass goes straight through the noise and takes the exact Jacobian of the clipping.
 *
 * <p>Deviations: an example leaves its client by itself, so neighbours are any two examples and the sensitivity is twice the
 * clipping norm; the paper leaves the sensitivity to the user. The guarantee is for the smashed data of one example in one
 * pass and does not cover labels. A record that is sent k times loses at most (kε, kδ), by basic composition; nobody counts
 * that here.
 *
 * @param strength how much noise
 */
@Paper(
        authors = "Dwork, Roth",
        title = "The Algorithmic Foundations of Differential Privacy",
        year = 2014,
        venue = "Foundations and Trends in Theoretical Computer Science 9(3-4)",
        section = "Theorem A.1")
@Name("gaussian-noise")
@Summary("Gaussian noise is added to smashed data")
public record GaussianNoise(
        @Summary("how much noise: scale, or privacy with clipping")
        GaussianStrength strength) implements DefenseOptions {

    @Override
    public Defense create() {
        return context -> new NoiseHooks(
                strength.clipping().map(bound -> new Clipping(Norm.L2, bound)),
                strength.deviation(),
                RandomGenerator::nextGaussian,
                context.seed().child("gaussian-noise").countedGenerator());
    }

    @Override
    public Set<DefensePlace> places() {
        return Set.of(DefensePlace.SMASHED_DATA);
    }

    @Override
    public String label() {
        return "Gaussian noise, " + strength.label();
    }

    /** Puts it into the catalogue. */
    @AutoService(DefenseProvider.class)
    public record Provider() implements DefenseProvider {}
}
