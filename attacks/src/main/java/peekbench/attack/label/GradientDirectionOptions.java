package peekbench.attack.label;

import com.google.auto.service.AutoService;
import java.util.List;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackProvider;

/**
 * Options of {@link GradientDirection}.
 *
 * @param epochs of training, from 1, that are attacked; each a strength, the first under the attack's own name
 */
@Paper(
        authors = "Li, Sun, Yang, Gao, Zhang, Xie, Smith, Wang",
        title = "Label Leakage and Protection in Two-party Split Learning",
        year = 2022,
        venue = "ICLR",
        section = "3, direction attack")
@Name("gradient-direction")
@Summary("Gradients of one class point one way")
public record GradientDirectionOptions(
        @Default("[1]") @Summary("epochs of training that are attacked, each a strength")
        List<Integer> epochs) implements EpochOptions {
    public GradientDirectionOptions {
        epochs = List.copyOf(epochs);
        EpochOptions.check(epochs);
    }

    @Override
    public Attack<?, ?> create() {
        return new GradientDirection(this);
    }

    /** Puts it into the catalogue. */
    @AutoService(AttackProvider.class)
    public record Provider() implements AttackProvider {}
}
