package peekbench.defense.sanitizer;

import com.google.auto.service.AutoService;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.SavedState;
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
 * Case 1 of the privacy-preserving layer: {@code s(x) = v ⊙ x}, every input {@code x [N, …]} times one random vector
 * {@code v}, element by element. The server sends a nonce to all participants over a secure channel, and v is drawn from it,
 * so all have the same v for the whole training; a test's inputs are multiplied by it too.
 *
 * <p>Whoever knows one record in the clear and sanitized has v, but for elements that are 0 in the record: {@code v = s(x) /
 * x}. The server, which made the nonce, is trusted in the paper; the defense is against those on the wire.
 *
 * <p>Two of them in one arm multiply by the same v twice, since there is one nonce.
 *
 * <p>The paper leaves open how v is distributed and shaped; both are options. The nonce is a stream of the trial's seed.
 *
 * @param factors how v is distributed; all factors 1 leave inputs bit-identical
 * @param granularity how many factors there are
 */
@Paper(
        authors = "Lee, Lee, Jun, Kim, Yoo",
        title = "Triad of Split Learning: Privacy, Accuracy, and Performance",
        year = 2021,
        venue = "ICTC",
        section = "III-B.1, Case 1")
@Name("random-vector")
@Summary("Inputs are multiplied by a random vector that all clients share")
public record RandomVector(
        @Default("normal") @Summary("how the vector's factors are distributed")
        Factors factors,

        @Default("element") @Summary("element: a factor for each number of an input; channel: one for each channel")
        Granularity granularity)
        implements DefenseOptions {

    /** The defaults: standard normal, a factor for each number. */
    public RandomVector() {
        this(new Factors.Normal(), Granularity.ELEMENT);
    }

    @Override
    public Defense create() {
        return context -> new Hooks(new SharedVector(factors, granularity, context.shared()));
    }

    @Override
    public Set<DefensePlace> places() {
        return Set.of(DefensePlace.INPUT);
    }

    @Override
    public String label() {
        return "Case 1: random vector" + SharedVector.deviations(factors, granularity);
    }

    private record Hooks(SharedVector vector) implements DefenseHooks {
        @Override
        public INDArray sanitizeInput(INDArray input) {
            return vector.multiply(input);
        }

        @Override
        public void remember(SavedState state) { // follows from the options and the seed
        }
    }

    /** Puts it into the catalogue. */
    @AutoService(DefenseProvider.class)
    public record Provider() implements DefenseProvider {}
}
