package peekbench.scenario;

import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Summary;

/**
 * What a run keeps besides figures and pictures; nothing of it changes a figure.
 *
 * @param victims whether the finished networks of all parties and what attackers trained are kept, so that they can be
 *     attacked again
 * @param smashedData of how many records of a victim the smashed data are kept
 */
@Summary("what is kept besides figures and pictures; changes no figure")
public record StoreOptions(
        @Default("true") @Summary("keep trained networks and attackers, to be attacked again")
        boolean victims,

        @Default("0") @Summary("records whose smashed data are kept")
        int smashedData) {
    /** @throws peekbench.problem.ConfigurationException when fewer than no records are asked for */
    public StoreOptions {
        Problems problems = new Problems();
        problems.atLeast("smashed-data", smashedData, 0);
        problems.throwIfAny();
    }
}
