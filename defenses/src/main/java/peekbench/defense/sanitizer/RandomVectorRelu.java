package peekbench.defense.sanitizer;

import com.google.auto.service.AutoService;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.BooleanIndexing;
import org.nd4j.linalg.indexing.conditions.Conditions;
import peekbench.nn.array.SavedState;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.threat.defense.Defense;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.DefenseOptions;
import peekbench.threat.defense.DefensePlace;
import peekbench.threat.defense.DefenseProvider;

/**
 * Case 2 of the privacy-preserving layer: {@link RandomVector} followed by an activation that "zeros out the value if the
 * value is under some threshold". With {@code u = v ⊙ x}, {@code s(x) = u} where {@code u >= t}, else 0; at {@code t = 0} that
 * is ReLU. What is zeroed cannot be computed back even with v.
 *
 * <p>Pixels are at least 0, so with factors that are never negative nothing is zeroed and this is Case 1; with normal
 * factors the same half of the elements is zero in every image. Of standardised columns each record loses its own.
 *
 * @param factors how v is distributed
 * @param granularity how many factors there are
 * @param threshold t, at least 0
 */
@Paper(
        authors = "Lee, Lee, Jun, Kim, Yoo",
        title = "Triad of Split Learning: Privacy, Accuracy, and Performance",
        year = 2021,
        venue = "ICTC",
        section = "III-B.2, Case 2")
@Name("random-vector-relu")
@Summary("Inputs are multiplied by a shared random vector and zeroed below a threshold")
public record RandomVectorRelu(
        @Default("normal") @Summary("how the vector's factors are distributed")
        Factors factors,

        @Default("element") @Summary("element: a factor for each number of an input; channel: one for each channel")
        Granularity granularity,

        @Default("0") @Summary("products below it become 0") double threshold)
        implements DefenseOptions {
    /** @throws peekbench.problem.ConfigurationException when the threshold is negative or not finite */
    public RandomVectorRelu {
        Problems problems = new Problems();
        problems.nonNegative("threshold", threshold);
        problems.throwIfAny();
    }

    /** The defaults: standard normal, a factor for each number, threshold 0. */
    public RandomVectorRelu() {
        this(new Factors.Normal(), Granularity.ELEMENT, 0);
    }

    @Override
    public Defense create() {
        return context -> new Hooks(new SharedVector(factors, granularity, context.shared()), threshold);
    }

    @Override
    public Set<DefensePlace> places() {
        return Set.of(DefensePlace.INPUT);
    }

    @Override
    public String label() {
        return "Case 2: random vector and ReLU"
                + (threshold == 0 ? "" : " at " + threshold)
                + SharedVector.deviations(factors, granularity);
    }

    private record Hooks(SharedVector vector, double threshold) implements DefenseHooks {
        @Override
        public INDArray sanitizeInput(INDArray input) {
            INDArray product = vector.multiply(input);
            BooleanIndexing.replaceWhere(product, 0, Conditions.lessThan(threshold));
            return product;
        }

        @Override
        public void remember(SavedState state) { // follows from the options and the seed
        }
    }

    /** Puts it into the catalogue. */
    @AutoService(DefenseProvider.class)
    public record Provider() implements DefenseProvider {}
}
