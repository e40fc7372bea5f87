package peekbench.ui.service;

import java.nio.file.Path;
import java.util.List;

/** The scenarios of a workspace. Every method may take long and is called away from the window's thread. */
public interface ScenarioFiles {
    /**
     * What a check found.
     *
     * @param problems mistakes, each with its place in the text; empty for a scenario that can be run
     * @param plan what a run would do and take, a line each
     */
    record Check(List<String> problems, List<String> plan) {
        public Check {
            problems = List.copyOf(problems);
            plan = List.copyOf(plan);
        }
    }

    /**
     * What running a scenario costs.
     *
     * @param trials that it has
     * @param missing those that are not complete
     * @param low seldom fewer seconds for what is missing
     * @param expected seconds most likely
     * @param high seldom more
     * @param sideBySide trials at a time
     */
    record Cost(int trials, int missing, double low, double expected, double high, int sideBySide) {}

    /** The scenarios below the folder {@code scenarios} of a workspace, by name; none where there is no such folder. */
    List<Path> list(Path workspace);

    /** The text of one. */
    String read(Path file);

    /** Finds its mistakes and plans it. */
    Check check(Path workspace, Path file);

    /** The quickstart of a workspace, which is put there where it is missing. */
    Path quickstart(Path workspace);

    /** What the quickstart costs, before it is put anywhere. */
    Cost quickstartCost(Path workspace);

    /** A new scenario of a workspace: another's text under a name that is not taken. */
    Path copy(Path workspace, Path template);
}
