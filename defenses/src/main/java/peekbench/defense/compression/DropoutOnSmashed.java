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
import peekbench.seed.CountedGenerator;
import peekbench.threat.defense.Defense;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.DefenseOptions;
import peekbench.threat.defense.DefensePlace;
import peekbench.threat.defense.DefenseProvider;

/**
 * Dropout on smashed data: {@code m ⊙ z} leaves the client, each number of the mask m being 0 with probability r and
 * {@code 1 / (1 - r)} otherwise, drawn anew at every pass. Unlike the layer of that name it works in predictions too, since
 * it is there to hide what is sent. The gradient is multiplied by the same mask.
 *
 * <p>Deviation: kept numbers are divided by {@code 1 - r}, so that the server meets the same mean at any rate.
 *
 * @param rate r, in [0, 1); 0 leaves every bit as it is
 */
@Paper(
        authors = "He, Zhang, Lee",
        title = "Attacking and Protecting Data Privacy in Edge-Cloud Collaborative Inference Systems",
        year = 2021,
        venue = "IEEE Internet of Things Journal 8(12)",
        section = "dropout defense")
@Name("dropout-on-smashed")
@Summary("A random share of smashed data is sent as 0, in predictions too")
public record DropoutOnSmashed(
        @Summary("share of the numbers that become 0") double rate) implements DefenseOptions {
    /** @throws peekbench.problem.ConfigurationException when the rate is outside [0, 1) */
    public DropoutOnSmashed {
        Problems problems = new Problems();
        problems.belowOne("rate", rate);
        problems.throwIfAny();
    }

    @Override
    public Defense create() {
        return context ->
                new Hooks(rate, context.seed().child("dropout-on-smashed").countedGenerator());
    }

    @Override
    public Set<DefensePlace> places() {
        return Set.of(DefensePlace.SMASHED_DATA);
    }

    @Override
    public String label() {
        return "dropout " + rate + " on smashed data";
    }

    private static final class Hooks implements DefenseHooks {
        private final double rate;
        private final CountedGenerator generator;
        private Optional<INDArray> mask = Optional.empty();

        Hooks(double rate, CountedGenerator generator) {
            this.rate = rate;
            this.generator = generator;
        }

        @Override
        public INDArray filterSmashed(INDArray smashed) {
            if (rate == 0) {
                return smashed;
            }
            double[] factors = new double[Math.toIntExact(smashed.length())];
            for (int i = 0; i < factors.length; i++) {
                factors[i] = generator.nextDouble() < rate ? 0 : 1 / (1 - rate);
            }
            mask = Optional.of(ExampleRows.array(factors, smashed));
            return smashed.mul(mask.get());
        }

        @Override
        public INDArray smashedFilterGradient(INDArray gradient) {
            return mask.map(gradient::mul).orElse(gradient);
        }

        @Override
        public void remember(SavedState state) {
            state.generator("generator", generator);
        }
    }

    /** Puts it into the catalogue. */
    @AutoService(DefenseProvider.class)
    public record Provider() implements DefenseProvider {}
}
