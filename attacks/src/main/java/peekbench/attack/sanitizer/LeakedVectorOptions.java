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
 * Options of {@link LeakedVectorAttack}.
 *
 * @param ownRecords how many of its own records a client checks by that its sanitizer multiplies by a vector
 */
@Paper(
        authors = "Lee, Lee, Jun, Kim, Yoo",
        title = "Triad of Split Learning: Privacy, Accuracy, and Performance",
        year = 2021,
        venue = "ICTC",
        section =
                "III-B, \"once the vector is leaked for a single node, all training data from all participants are leaked\"")
@Name("leaked-vector")
@Summary("Another client reads a sanitizer's vector off its own and replays it against all others")
public record LeakedVectorOptions(
        @Default("16") @Summary("own records by which a client checks that its sanitizer multiplies by a vector")
        int ownRecords)
        implements AttackOptions {
    /** @throws peekbench.problem.ConfigurationException with all mistakes */
    public LeakedVectorOptions {
        Problems problems = new Problems();
        problems.atLeast("own-records", ownRecords, 1);
        problems.throwIfAny();
    }

    @Override
    public Attack<?, ?> create() {
        return new LeakedVectorAttack(this);
    }

    /** Puts it into the catalogue. */
    @AutoService(AttackProvider.class)
    public record Provider() implements AttackProvider {}
}
