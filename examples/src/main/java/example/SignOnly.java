package example;

import com.google.auto.service.AutoService;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import peekbench.problem.Problems;
import peekbench.registry.Name;
import peekbench.registry.Summary;
import peekbench.threat.defense.Defense;
import peekbench.threat.defense.DefenseHooks;
import peekbench.threat.defense.DefenseOptions;
import peekbench.threat.defense.DefensePlace;
import peekbench.threat.defense.DefenseProvider;

/**
 * Of smashed data {@code z}, {@code (1 - s) z + s m sign(z - m)} leaves the client, with the mean {@code m} of the batch's
 * magnitudes: at {@code s = 1} one bit a number. The gradient goes straight through.
 *
 * @param strength s in [0, 1]; 0 leaves every bit as it is
 */
// region defense
@Name("sign-only")
@Summary("Of smashed data little more than their signs is sent")
public record SignOnly(
        @Summary("how much is replaced by signs, from 0 to 1")
        double strength) implements DefenseOptions {
    public SignOnly {
        Problems problems = new Problems();
        problems.inRange("strength", strength, 0, 1);
        problems.throwIfAny();
    }

    @Override
    public Defense create() {
        return context -> new Hooks(strength);
    }

    @Override
    public Set<DefensePlace> places() {
        return Set.of(DefensePlace.SMASHED_DATA);
    }

    @Override
    public String label() {
        return "signs " + strength;
    }

    /** Puts it into the catalogue. */
    @AutoService(DefenseProvider.class)
    public record Provider() implements DefenseProvider {}

    record Hooks(double strength) implements DefenseHooks {
        @Override
        public INDArray filterSmashed(INDArray smashed) {
            if (strength == 0) {
                return smashed;
            }
            double size = Transforms.abs(smashed).meanNumber().doubleValue();
            INDArray signs = Transforms.sign(smashed.sub(size)).mul(size);
            return smashed.mul(1 - strength).addi(signs.muli(strength));
        }
    }
}
// endregion
