package peekbench.defense.compression;

import com.google.auto.service.AutoService;
import java.util.Arrays;
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

/**
 * Top-k sparsification of smashed data: of each example, the k numbers of largest magnitude leave the client and all others
 * leave as 0; of equal ones the earlier stays. Only the places that were sent get a gradient.
 *
 * <p>Deviations: the paper adds a randomised choice among the others, which is left out. Arrays are sent dense, so the
 * bytes that the channel counts do not fall.
 *
 * @param k numbers kept of each example; as many as an example has, or more, leaves every bit as it is
 */
@Paper(
        authors = "Zheng, Chen, Lyu, Tang, Wang",
        title = "Reducing Communication for Split Learning by Randomized Top-k Sparsification",
        year = 2023,
        venue = "IJCAI",
        section = "top-k sparsification")
@Name("top-k")
@Summary("Only the largest numbers of each example's smashed data are sent")
public record TopK(@Summary("numbers kept of each example") int k) implements DefenseOptions {
    /** @throws peekbench.problem.ConfigurationException when k is less than 1 */
    public TopK {
        Problems problems = new Problems();
        problems.atLeast("k", k, 1);
        problems.throwIfAny();
    }

    @Override
    public Defense create() {
        return context -> new Hooks(k);
    }

    @Override
    public Set<DefensePlace> places() {
        return Set.of(DefensePlace.SMASHED_DATA);
    }

    @Override
    public String label() {
        return "top-" + k + " of smashed data";
    }

    private static final class Hooks implements DefenseHooks {
        private final int k;
        private Optional<INDArray> mask = Optional.empty();

        Hooks(int k) {
            this.k = k;
        }

        @Override
        public INDArray filterSmashed(INDArray smashed) {
            if (smashed.length() <= (long) k * smashed.size(0)) {
                mask = Optional.empty();
                return smashed;
            }
            double[][] rows = ExampleRows.of(smashed);
            double[][] kept = Arrays.stream(rows).map(this::largest).toArray(double[][]::new);
            mask = Optional.of(ExampleRows.array(kept, smashed));
            return smashed.mul(mask.get());
        }

        /** 1 where a number is kept and 0 elsewhere. */
        private double[] largest(double[] row) {
            double[] magnitudes = Arrays.stream(row).map(Math::abs).toArray();
            double[] sorted = magnitudes.clone();
            Arrays.sort(sorted);
            double smallestKept = sorted[sorted.length - k];
            long larger = Arrays.stream(magnitudes)
                    .filter(magnitude -> magnitude > smallestKept)
                    .count();
            long equalsLeft = k - larger;
            double[] mask = new double[row.length];
            for (int i = 0; i < row.length; i++) {
                boolean equal = magnitudes[i] == smallestKept && equalsLeft > 0;
                equalsLeft -= equal ? 1 : 0;
                mask[i] = equal || magnitudes[i] > smallestKept ? 1 : 0;
            }
            return mask;
        }

        @Override
        public INDArray smashedFilterGradient(INDArray gradient) {
            return mask.map(gradient::mul).orElse(gradient);
        }

        @Override
        public void remember(SavedState state) { // follows from the options and the seed
        }
    }

    /** Puts it into the catalogue. */
    @AutoService(DefenseProvider.class)
    public record Provider() implements DefenseProvider {}
}
