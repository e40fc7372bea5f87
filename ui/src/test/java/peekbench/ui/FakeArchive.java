package peekbench.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peekbench.query.ArmRow;
import peekbench.query.Bound;
import peekbench.query.Counts;
import peekbench.query.Facet;
import peekbench.query.FilterKeys;
import peekbench.query.Measure;
import peekbench.query.Order;
import peekbench.query.TrialRow;
import peekbench.query.filter.Filter;
import peekbench.report.estimate.Estimate;
import peekbench.result.StoredTrial;
import peekbench.ui.service.TrialArchive;

/** As many arms as wanted, and a count of questions. Filters on the arm's name are obeyed. */
public final class FakeArchive implements TrialArchive {
    private final int size;
    private final List<Integer> pages = new ArrayList<>();
    private int counts;
    private boolean closed;

    /** @param size how many arms there are */
    public FakeArchive(int size) {
        this.size = size;
    }

    private List<ArmRow> all(Filter filter) {
        List<ArmRow> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            ArmRow row = row(i);
            boolean passes = filter.conditions().stream()
                    .allMatch(condition -> row.arm().contains(condition.value())
                            || (condition.key().equals("group")
                                    && row.key().group().equals(condition.value()))
                            || (condition.key().equals("folder")
                                    && condition.value().isEmpty())
                            || condition.key().equals("protocol")
                            || condition.key().equals("cut"));
            if (passes) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** The arm of a number. */
    public static ArmRow row(int number) {
        Optional<Estimate> accuracy = Estimate.of(new double[] {.5 + number / 100_000.0}, Optional.empty());
        return new ArmRow(
                new ArmRow.Key("", "group" + number),
                "many",
                "split",
                "pool1",
                number == 0 ? "no defense" : "noise " + number,
                number > 0,
                3,
                0,
                accuracy,
                accuracy.map(leak -> new ArmRow.Leak("decoder", leak)),
                Optional.empty(),
                0,
                0);
    }

    @Override
    public Path root() {
        return Path.of("many");
    }

    @Override
    public int update() {
        return 0;
    }

    @Override
    public List<ArmRow> arms(Filter filter, Order order, Measure leak, int from, int count) {
        if (count > 100) {
            pages.add(from);
        }
        List<ArmRow> all = all(filter);
        return all.subList(Math.min(from, all.size()), Math.min(all.size(), from + count));
    }

    @Override
    public Counts count(Filter filter) {
        counts++;
        int arms = all(filter).size();
        return new Counts(3 * arms, 0, 0, arms);
    }

    @Override
    public List<Facet> facets(Filter filter) {
        return List.of(new Facet(FilterKeys.PROTOCOL, List.of(new Facet.Value("split", 3 * size))));
    }

    @Override
    public List<TrialRow> trials(ArmRow.Key arm) {
        return List.of();
    }

    @Override
    public List<TrialRow> trials(Filter filter, int from, int count) {
        return List.of();
    }

    @Override
    public Optional<StoredTrial> trial(String folder, String id) {
        return Optional.empty();
    }

    @Override
    public List<StoredTrial> stored(Filter filter) {
        return List.of();
    }

    @Override
    public List<Bound> bounds(ArmRow comparable, Measure measure) {
        return List.of();
    }

    @Override
    public void close() {
        closed = true;
    }

    /** The first rows of the pages that were asked for. */
    public List<Integer> pages() {
        return pages;
    }

    /** How often it was counted. */
    public int counts() {
        return counts;
    }

    /** Whether it was closed. */
    public boolean closed() {
        return closed;
    }
}
