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
import peekbench.query.WorkspaceIndex;
import peekbench.query.filter.Filter;
import peekbench.result.StoredTrial;

/** The results of a workspace by its index. */
public final class IndexedArchive implements TrialArchive {
    private final Path root;
    private final WorkspaceIndex index;
    /** Of its own, since those who ask must not wait until everything is read. */
    private final WorkspaceIndex updating;

    private IndexedArchive(Path root, WorkspaceIndex index, WorkspaceIndex updating) {
        this.root = root;
        this.index = index;
        this.updating = updating;
    }

    /**
     * Opens a workspace or a result folder as the index last knew it; {@link #update} follows.
     *
     * @param cache where the index is kept
     * @throws peekbench.problem.ConfigurationException when there is no such folder
     */
    public static IndexedArchive open(Path root, Path cache) {
        return new IndexedArchive(root, WorkspaceIndex.asItIs(root, cache), WorkspaceIndex.asItIs(root, cache));
    }

    @Override
    public Path root() {
        return root;
    }

    @Override
    public int update() {
        return updating.update();
    }

    @Override
    public List<ArmRow> arms(Filter filter, Order order, Measure leak, int from, int count) {
        return index.arms(filter, order, leak, from, count);
    }

    @Override
    public Counts count(Filter filter) {
        return index.count(filter);
    }

    @Override
    public List<Facet> facets(Filter filter) {
        return index.facets(filter);
    }

    @Override
    public List<TrialRow> trials(ArmRow.Key arm) {
        return index.trials(arm);
    }

    @Override
    public List<TrialRow> trials(Filter filter, int from, int count) {
        return index.trials(filter, Order.OF_REPORTS, from, count);
    }

    @Override
    public Optional<StoredTrial> trial(String folder, String id) {
        return index.trial(folder, id);
    }

    @Override
    public List<StoredTrial> stored(Filter filter) {
        return index.stored(filter);
    }

    @Override
    public List<Bound> bounds(ArmRow comparable, Measure measure) {
        return index.bounds(comparable, measure);
    }

    @Override
    public void close() {
        index.close();
        updating.close();
    }
}
