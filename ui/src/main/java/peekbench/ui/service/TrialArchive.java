package peekbench.ui.service;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import peekbench.query.ArmRow;
import peekbench.query.Bound;
import peekbench.query.Counts;
import peekbench.query.Facet;
import peekbench.query.Measure;
import peekbench.query.Order;
import peekbench.query.TrialRow;
import peekbench.query.filter.Filter;
import peekbench.result.StoredTrial;

/**
 * What is asked of the results of a workspace. Every method may take long and is called away from the window's thread; each
 * throws a {@link RuntimeException} with a message for people when it cannot answer.
 */
public interface TrialArchive extends AutoCloseable {
    /** The folder that was opened. */
    Path root();

    /** Looks for what is new or changed; says how many trials that were. */
    int update();

    /** A page of arms, as {@link peekbench.query.WorkspaceIndex#arms}. */
    List<ArmRow> arms(Filter filter, Order order, Measure leak, int from, int count);

    /** How much a filter lets pass. */
    Counts count(Filter filter);

    /** The values that trials have of each key, with counts. */
    List<Facet> facets(Filter filter);

    /** The trials of an arm, by seed. */
    List<TrialRow> trials(ArmRow.Key arm);

    /** A page of trials. */
    List<TrialRow> trials(Filter filter, int from, int count);

    /** A trial with all that its folder says; arrays are read when asked for. */
    Optional<StoredTrial> trial(String folder, String id);

    /** The trials that match, for charts. */
    List<StoredTrial> stored(Filter filter);

    /** Floors, references and ceilings of the arms that differ from one at most in their defenses. */
    List<Bound> bounds(ArmRow comparable, Measure measure);

    @Override
    void close();
}
