package peekbench.attack.membership;

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
 * Options of {@link LikelihoodRatio}.
 *
 * @param shadows how many shadow networks are trained; even, and at least 4
 * @param variant whether candidates are among the records that shadows are trained on
 * @param variance whose variances the normal distributions have
 */
@Paper(
        authors = "Carlini, Chien, Nasr, Song, Terzis, Tramèr",
        title = "Membership Inference Attacks From First Principles",
        year = 2022,
        venue = "IEEE Symposium on Security and Privacy",
        section = "Algorithm 1, online and offline")
@Name("likelihood-ratio")
@Summary("Whether a record was trained on, by shadow networks trained as the victims' was")
public record LikelihoodRatioOptions(
        @Default("16") @Summary("shadow networks, an even number of at least 4")
        int shadows,

        @Default("online") @Summary("online trains shadows with and without each candidate, offline without any")
        Variant variant,

        @Default("shared") @Summary("shared is one variance for all records, own is one a record")
        Variance variance)
        implements AttackOptions {
    /** What shadows are trained on. */
    public enum Variant {
        /** Half of the shadows see a candidate, half do not. */
        ONLINE,
        /** No shadow sees a candidate. */
        OFFLINE
    }

    /** Whose variances are estimated. */
    public enum Variance {
        /** One for all records, which few shadows can tell. */
        SHARED,
        /** One for each record, which takes many shadows. */
        OWN
    }

    /** Half of them see a record, and a variance takes two. */
    private static final int FEWEST = 4;

    /** @throws peekbench.problem.ConfigurationException with all mistakes */
    public LikelihoodRatioOptions {
        Problems problems = new Problems();
        problems.atLeast("shadows", shadows, FEWEST);
        if (shadows % 2 != 0) {
            problems.add(
                    "shadows",
                    "is " + shadows + "; it must be even, so that each record is in half of them. Use " + (shadows + 1)
                            + ".");
        }
        problems.throwIfAny();
    }

    @Override
    public Attack<?, ?> create() {
        return new LikelihoodRatio(this);
    }

    /** Puts it into the catalogue. */
    @AutoService(AttackProvider.class)
    public record Provider() implements AttackProvider {}
}
