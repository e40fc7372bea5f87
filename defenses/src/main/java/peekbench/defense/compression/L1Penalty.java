package peekbench.defense.compression;

import com.google.auto.service.AutoService;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.defense.array.ExampleRows;
import peekbench.nn.array.SavedState;
import peekbench.problem.Problems;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.threat.defense.Defense;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.DefenseOptions;
import peekbench.threat.defense.DefensePlace;
import peekbench.threat.defense.DefenseProvider;
import peekbench.threat.defense.LossTerm;

/**
 * AdaSplit's sparse split activations: the client minimises {@code loss + λ mean|z|} with the mean over all numbers of the
 * batch's smashed data {@code z [N, …]}, so the gradient of the term is {@code λ sign(z) / (N F)}, with {@code sign(0) = 0}.
 *
 * <p>Deviation: the paper says "an additional L1 regularizer that regulates magnitude of split activations" with weights β
 * from 1e-7 to .1 (Table 6) and prints no formula. If its regulariser is a sum over numbers, λ here is β times their number.
 * Small activations do not become exactly 0, and arrays are sent dense, so the bytes that the channel counts do not fall.
 *
 * @param weight λ, at least 0; 0 adds nothing
 */
@Paper(
        authors = "Chopra, Sahu, Singh, Java, Vepakomma, Sharma, Raskar",
        title = "AdaSplit: Adaptive Trade-offs for Resource-constrained Distributed Deep Learning",
        year = 2021,
        venue = "arXiv",
        section = "6, \"Further Reducing Payload Size\", Table 6")
@Name("l1-penalty")
@Summary("The mean magnitude of smashed data joins the client's loss")
public record L1Penalty(@Summary("λ of loss + λ mean|z|") double weight) implements DefenseOptions {
    /** @throws peekbench.problem.ConfigurationException when the weight is negative or not finite */
    public L1Penalty {
        Problems problems = new Problems();
        problems.nonNegative("weight", weight);
        problems.throwIfAny();
    }

    @Override
    public Defense create() {
        return context -> new Hooks(weight);
    }

    @Override
    public Set<DefensePlace> places() {
        return Set.of(DefensePlace.LOSS);
    }

    @Override
    public String label() {
        return "L1 penalty, loss + " + weight + "·mean|z|";
    }

    private record Hooks(double weight) implements DefenseHooks {
        @Override
        public Optional<LossTerm> addToLoss(INDArray input, INDArray smashed) {
            if (weight == 0) {
                return Optional.empty();
            }
            double[] numbers = ExampleRows.numbers(smashed);
            double sum = 0;
            for (int i = 0; i < numbers.length; i++) {
                sum += Math.abs(numbers[i]);
                numbers[i] = weight * Math.signum(numbers[i]) / numbers.length;
            }
            return Optional.of(new LossTerm(sum / numbers.length, ExampleRows.array(numbers, smashed)));
        }

        @Override
        public void remember(SavedState state) { // follows from the options and the seed
        }
    }

    /** Puts it into the catalogue. */
    @AutoService(DefenseProvider.class)
    public record Provider() implements DefenseProvider {}
}
