package peekbench.attack.sanitizer;

import com.google.auto.service.AutoService;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.AttackProvider;

/**
 * Options of {@link DifferentialAttack}.
 *
 * @param restarts random starts of the search for signs, beside the one from each column by itself; images need none
 */
@Paper(
        authors = "Lee, Lee, Jun, Kim, Yoo",
        title = "Triad of Split Learning: Privacy, Accuracy, and Performance",
        year = 2021,
        venue = "ICTC",
        section = "III-B.1, \"the eavesdropper can mount differential attack\"")
@Name("differential")
@Summary("Someone on the wire recovers a sanitizer's vector from statistics of what is sent")
public record DifferentialOptions(
        @Default("20") @Summary("random starts of the search for signs; images need none")
        int restarts) implements AttackOptions {
    /** The one strength: all that was overheard is used. */
    static final String STRENGTH = "statistics";

    /** @throws peekbench.problem.ConfigurationException when negative */
    public DifferentialOptions {
        Problems problems = new Problems();
        problems.atLeast("restarts", restarts, 0);
        problems.throwIfAny();
    }

    /** The default: 20 random starts. */
    public DifferentialOptions() {
        this(20);
    }

    @Override
    public Attack<?, ?> create() {
        return new DifferentialAttack(this);
    }

    @Override
    public DifferentialOptions onlyAt(String strength) {
        if (!strength.equals(STRENGTH)) {
            throw new IllegalArgumentException(
                    "The attack (differential) has one strength, (" + STRENGTH + "), and not (" + strength + ").");
        }
        return this;
    }

    /** Puts it into the catalogue. */
    @AutoService(AttackProvider.class)
    public record Provider() implements AttackProvider {}
}
