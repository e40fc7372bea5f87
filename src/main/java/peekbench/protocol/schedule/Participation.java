package peekbench.protocol.schedule;

import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Summary;

/**
 * Which clients take part in an epoch or round. Before each, every client that is there drops out with one probability,
 * every client that is not comes back with another; of those there, a share is drawn. At least one client always takes
 * part.
 *
 * @param only how many clients, the first ones, ever take part; 0 is all
 * @param fraction of the clients there that take part, the C of McMahan et al. (2017), in (0, 1]
 * @param dropOut probability of a client to leave before an epoch, in [0, 1)
 * @param comeBack probability of a client that left to return before an epoch, in (0, 1]
 */
@Summary("which clients take part in an epoch or round")
public record Participation(
        @Default("0") @Summary("how many clients, the first ones, ever take part; 0 is all")
        int only,

        @Default("1") @Summary("share of the clients there that take part")
        double fraction,

        @Default("0") @Summary("probability of a client to leave before an epoch")
        double dropOut,

        @Default("0.5") @Summary("probability of a client that left to return before an epoch")
        double comeBack) {
    /** Every client in every epoch. */
    public static final Participation ALL = new Participation(0, 1, 0, .5);

    public Participation {
        Problems problems = new Problems();
        problems.atLeast("only", only, 0);
        problems.positive("fraction", fraction);
        problems.inRange("fraction", fraction, 0, 1);
        problems.inRange("drop-out", dropOut, 0, 1);
        problems.positive("come-back", comeBack);
        problems.inRange("come-back", comeBack, 0, 1);
        problems.throwIfAny();
    }

    /** What tells it from the participation of all, for tables: {@code , first 5 only, 10 % a round}. */
    public String label() {
        StringBuilder label = new StringBuilder();
        if (only > 0) {
            label.append(", first ").append(only).append(" only");
        }
        if (fraction < 1) {
            label.append(", ").append(Numbers.percent(fraction)).append(" a round");
        }
        if (dropOut > 0) {
            label.append(", ").append(Numbers.percent(dropOut)).append(" drop out");
        }
        return label.toString();
    }

    /** How many of {@code clients} ever take part. */
    int ever(int clients) {
        return only == 0 ? clients : Math.min(only, clients);
    }

    /** How many of {@code there} clients take part: at least one. */
    int count(int there) {
        return Math.max(1, (int) Math.round(fraction * there));
    }
}
