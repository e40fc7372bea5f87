package peekbench.defense.hijacking;

import com.google.auto.service.AutoService;
import java.math.BigDecimal;
import java.util.Set;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Name;
import peekbench.registry.Paper;
import peekbench.registry.Summary;
import peekbench.threat.defense.Defense;
import peekbench.threat.defense.DefenseOptions;
import peekbench.threat.defense.DefensePlace;
import peekbench.threat.defense.DefenseProvider;

/**
 * SplitGuard: a client sends some batches with wrong labels and stops training when the gradients that these bring do not
 * differ from the others'. A server that teaches the task pulls the other way on wrong labels; one that teaches something
 * else does not look at them.
 *
 * <p>From batch {@code start + 1} on, a batch is fake with probability p; a share b of its labels, each replaced by another
 * class at random, is sent, and the client does not learn from it. Other batches' gradients are put into {@code R1} or
 * {@code R2} at random. Of the gradients of the client's own parameters, with θ the angle between the means of two sets and
 * d the difference of their mean norms, each fake batch gives
 *
 * <pre>
 * S = (θ(F, R) d(F, R) - θ(R1, R2) d(R1, R2)) / (d(F, R) + d(R1, R2))
 * SG = σ(α S)^β
 * </pre>
 *
 * <p>Training is stopped when the mean of the last {@code window} scores is below the threshold.
 *
 * <p>Deviations: gradients of all the client's layers are compared, where the authors' code takes those of the first; each
 * fake label is drawn by itself, where the code shifts a batch's labels alike. Each of several clients compares only what
 * itself receives. Whoever computes the loss learns from fake labels: the server, or in {@code wrap-around} the client's
 * last layers.
 *
 * @param fakeProbability p; at 0 every bit is as without a defense
 * @param fakeShare b, of a fake batch's labels
 * @param start batches at the beginning that are neither fake nor looked at, in which an honest server's gradients say
 *     little yet
 * @param sensitivity α
 * @param exponent β
 * @param window scores that a decision is the mean of; none is taken before there are as many
 * @param threshold below which the training looks hijacked
 */
@Paper(
        authors = "Erdogan, Kupcu, Cicek",
        title = "SplitGuard: Detecting and Mitigating Training-Hijacking Attacks in Split Learning",
        year = 2022,
        venue = "WPES, doi 10.1145/3559613.3563198",
        section = "the score, Avg-k policy")
@Name("split-guard")
@Summary("Clients send some batches with wrong labels and stop when the gradients do not mind")
public record SplitGuard(
        @Default("0.1") @Summary("probability that a batch has wrong labels")
        double fakeProbability,

        @Default("1") @Summary("share of wrong labels in such a batch")
        double fakeShare,

        @Default("20") @Summary("batches at the beginning that are neither fake nor looked at")
        int start,

        @Default("5") @Summary("factor in the score's squashing function")
        double sensitivity,

        @Default("2") @Summary("exponent of the score's squashing function")
        double exponent,

        @Default("10") @Summary("scores that a decision is the mean of")
        int window,

        @Default("0.9") @Summary("mean score below which training is stopped")
        double threshold)
        implements DefenseOptions {
    /** @throws peekbench.problem.ConfigurationException when a number is out of its range; names all */
    public SplitGuard {
        Problems problems = new Problems();
        problems.inRange("fake-probability", fakeProbability, 0, 1);
        problems.inRange("fake-share", fakeShare, 0, 1);
        problems.atLeast("start", start, 0);
        problems.positive("sensitivity", sensitivity);
        problems.positive("exponent", exponent);
        problems.atLeast("window", window, 1);
        problems.inRange("threshold", threshold, 0, 1);
        problems.throwIfAny();
    }

    /** The authors' settings with this probability of fake batches. */
    public SplitGuard(double fakeProbability) {
        this(fakeProbability, 1, 20, 5, 2, 10, .9);
    }

    @Override
    public Set<DefensePlace> places() {
        return Set.of(DefensePlace.RETURNED_GRADIENT);
    }

    @Override
    public Defense create() {
        return context -> new SplitGuardHooks(
                this, context.party(), context.seed().child("split-guard").generator());
    }

    @Override
    public String label() {
        BigDecimal percent = BigDecimal.valueOf(fakeProbability).movePointRight(2);
        return "SplitGuard, " + percent.stripTrailingZeros().toPlainString() + " % fake";
    }

    /** Puts it into the catalogue. */
    @AutoService(DefenseProvider.class)
    public record Provider() implements DefenseProvider {}
}
