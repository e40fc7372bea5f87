package peekbench.defense.label;

import com.google.auto.service.AutoService;
import java.util.Set;
import peekbench.problem.Problems;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.threat.defense.Defense;
import peekbench.threat.defense.DefenseOptions;
import peekbench.threat.defense.DefensePlace;
import peekbench.threat.defense.DefenseProvider;

/**
 * Marvell: Gaussian noise on the gradients that leave the party with the labels, of one covariance for negative and another
 * for positive examples, chosen in each batch so that the two perturbed distributions differ least for the power spent.
 *
 * <p>With the classes' mean gradients {@code ḡ0, ḡ1 [d]}, {@code Δg = ḡ1 - ḡ0}, coordinate variances u and v and the share p
 * of positive examples, the noise minimises {@code KL(1 || 0) + KL(0 || 1)} of {@code N(ḡ1, v I + Σ1)} and {@code N(ḡ0, u I +
 * Σ0)} under {@code p tr Σ1 + (1-p) tr Σ0 <= P = s |Δg|²}; {@link DivergenceProblem} solves it. No attack on one gradient
 * then has a better AUC than {@code 1/2 + sqrt(ε)/2 - ε/8}, with ε the sum of divergences, below 4 (Theorem 1).
 *
 * <p>Deviations: the power is all spent, which the authors' code does too; its 1-D search replaces their alternation. A
 * batch with one class only has no Δg and leaves as it is, so its gradients are not protected: batches should be large
 * enough to have both. Two classes only; the second one is positive.
 *
 * @param scale s, at least 0; 0 leaves every bit as it is
 */
@Paper(
        authors = "Li, Sun, Yang, Gao, Zhang, Xie, Smith, Wang",
        title = "Label Leakage and Protection in Two-party Split Learning",
        year = 2022,
        venue = "ICLR",
        section = "4, Theorem 2")
@Name("marvell")
@Summary("Noise makes the gradients of two classes hardest to tell apart for its power")
public record Marvell(
        @Summary("s of the noise power s |Δg|²") double scale) implements DefenseOptions {
    /** @throws peekbench.problem.ConfigurationException when the scale is negative or not finite */
    public Marvell {
        Problems problems = new Problems();
        problems.nonNegative("scale", scale);
        problems.throwIfAny();
    }

    @Override
    public Defense create() {
        return context ->
                new MarvellHooks(scale, context.seed().child("marvell").generator());
    }

    @Override
    public Set<DefensePlace> places() {
        return Set.of(DefensePlace.GRADIENT);
    }

    @Override
    public String label() {
        return "Marvell, s = " + scale;
    }

    /** Puts it into the catalogue. */
    @AutoService(DefenseProvider.class)
    public record Provider() implements DefenseProvider {}
}
