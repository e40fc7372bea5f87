package peekbench.defense.nopeek;

import com.google.auto.service.AutoService;
import java.math.BigDecimal;
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
 * NoPeek: the client adds the distance correlation between its inputs x and its smashed data z to the loss, so that z
 * tells less of x.
 *
 * <p>With {@code a} the weight, the whole network minimises {@code CE + a dCor(x, z)} ({@link Form#ADDED}) or {@code (1-a)
 * CE + a dCor(x, z)} ({@link Form#CONVEX}). dCor is the V-statistic over one mini-batch. Its gradient {@code a ∂dCor/∂z}
 * is computed by the client alone and added to the gradient that the server returns; in the convex form the server scales
 * the task's loss by the public factor {@code 1-a}.
 *
 * <p>Deviation: the paper prints {@code a1 dCor + a2 CE}; both forms here are that with the weights made explicit. At
 * weight 0 nothing is computed and training has the bits of no defense.
 *
 * @param form how the two losses are weighted
 * @param weight a: at least 0, in the convex form at most 1
 */
@Paper(
        authors = "Vepakomma, Singh, Gupta, Raskar",
        title = "NoPeek: Information leakage reduction to share activations in distributed deep learning",
        year = 2020,
        venue = "arXiv:2008.09161",
        section = "3")
@Name("nopeek")
@Summary("Distance correlation between inputs and smashed data joins the client's loss")
public record NoPeek(
        @Summary("added: CE + a dCor; convex: (1-a) CE + a dCor")
        Form form,

        @Summary("a, the weight of the distance correlation")
        double weight)
        implements DefenseOptions {

    /** How the task's loss and the distance correlation are weighted. */
    public enum Form {
        /** {@code CE + a dCor}. */
        ADDED,
        /** {@code (1-a) CE + a dCor}. */
        CONVEX
    }

    public NoPeek {
        Problems problems = new Problems();
        if (form == Form.CONVEX) {
            problems.inRange("weight", weight, 0, 1);
        } else {
            problems.nonNegative("weight", weight);
        }
        problems.throwIfAny();
    }

    @Override
    public Defense create() {
        return context -> new NoPeekHooks(this);
    }

    @Override
    public Set<DefensePlace> places() {
        return Set.of(DefensePlace.LOSS);
    }

    /** A single record has no distances. */
    @Override
    public int smallestBatch() {
        return weight == 0 ? 1 : 2;
    }

    @Override
    public String label() {
        BigDecimal exact = BigDecimal.valueOf(weight);
        return form == Form.ADDED
                ? "NoPeek CE + " + text(exact) + "·dCor"
                : "NoPeek " + text(BigDecimal.ONE.subtract(exact)) + "·CE + " + text(exact) + "·dCor";
    }

    /** All digits, so that two weights have two names. */
    private static String text(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** Puts it into the catalogue. */
    @AutoService(DefenseProvider.class)
    public record Provider() implements DefenseProvider {}
}
