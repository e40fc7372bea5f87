package peekbench.attack.label;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackProvider;

/**
 * Options of {@link GradientNorm}.
 *
 * @param epochs of training, from 1, that are attacked; each a strength, the first under the attack's own name
 */
@Paper(
        authors = "Li, Sun, Yang, Gao, Zhang, Xie, Smith, Wang",
        title = "Label Leakage and Protection in Two-party Split Learning",
        year = 2022,
        venue = "ICLR",
        section = "3, norm attack")
@Name("gradient-norm")
@Summary("The rarer of two classes has the longer gradients")
public record GradientNormOptions(
        @Default("[1]") @Summary("epochs of training that are attacked, each a strength")
        List<Integer> epochs) implements EpochOptions {
    private static final int TWO_CLASSES = 2;

    public GradientNormOptions {
        epochs = List.copyOf(epochs);
        EpochOptions.check(epochs);
    }

    @Override
    public Attack<?, ?> create() {
        return new GradientNorm(this);
    }

    @Override
    public Optional<String> reasonAgainst(int classes) {
        return classes == TWO_CLASSES
                ? Optional.empty()
                : Optional.of("it tells two classes apart, and this task has "
                        + (classes == 0 ? "numbers to predict" : classes + " classes")
                        + ". Set data.positive-class, or use gradient-direction or gradient-clustering");
    }

    /** Puts it into the catalogue. */
    @AutoService(AttackProvider.class)
    public record Provider() implements AttackProvider {}
}
