package peekbench.ui.model.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import peekbench.query.ArmRow;
import peekbench.query.Bound;
import peekbench.query.Counts;
import peekbench.query.Facet;
import peekbench.query.FilterKeys;
import peekbench.query.Measure;
import peekbench.query.Order;
import peekbench.query.TrialRow;
import peekbench.query.filter.Filter;
import peekbench.report.estimate.Column;
import peekbench.ui.service.TrialArchive;

/** The arms that the filter lets pass, by pages, with what to read their figures by. */
public final class ArmsModel {
    /** No trials. */
    public static final Counts NOTHING = new Counts(0, 0, 0, 0);

    private static final int MOST_UNREADABLE = 100;
    /** What leaks of arms whose attacks do not rebuild images, as columns of reports come. */
    private static final List<Column> OTHER_LEAKS = List.of(
            Column.SSIM,
            Column.REIDENTIFICATION,
            Column.MSE,
            Column.LABEL_AUC,
            Column.LABEL_ACCURACY,
            Column.MEMBERSHIP_AUC,
            Column.LABEL_DISTRIBUTION_DISTANCE);

    private final WorkspaceModel workspace;
    private final FocusModel focus;
    private final Executor reader;
    private final Executor window;
    private final LatestTask<Loaded> loading;
    private final LatestTask<List<Bound>> boundsReading;
    private final PagedRows<ArmRow> rows = new PagedRows<>(this::fetch);
    private final ReadOnlyObjectWrapper<Counts> counts = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Facet>> facets = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Bound>> bounds = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.OF_REPORTS);
    private final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.SSIM);
    private final ReadOnlyObjectWrapper<List<TrialRow>> unreadable = new ReadOnlyObjectWrapper<>(List.of());
    private long generation;
    /** Whether the measure is changed by what was loaded, not by a person. */
    private boolean settled;

    private record Loaded(
            Counts counts, Measure measure, List<ArmRow> first, List<Facet> facets, List<TrialRow> unreadable) {}

    /**
     * @param workspace what is open
     * @param focus the filter is in it
     * @param threads where to work
     */
    public ArmsModel(WorkspaceModel workspace, FocusModel focus, Threads threads) {
        this.workspace = workspace;
        this.focus = focus;
        this.reader = threads.reader();
        this.window = threads.window();
        this.loading = new LatestTask<>(reader, window);
        this.boundsReading = new LatestTask<>(reader, window);
        workspace.archiveProperty().addListener((property, before, now) -> {
            bounds.set(List.of());
            load();
        });
        workspace.changesProperty().addListener((property, before, now) -> load());
        order.addListener((property, before, now) -> load());
        measure.addListener((property, before, now) -> {
            if (!settled) {
                load();
            }
        });
        focus.currentProperty().addListener((property, before, now) -> {
            if (!before.filter().equals(now.filter())) {
                load();
            }
            if (!before.arm().equals(now.arm())) {
                readBounds();
            }
        });
    }

    private void load() {
        generation++;
        Optional<TrialArchive> archive = workspace.archiveProperty().get();
        if (archive.isEmpty()) {
            loading.cancel();
            counts.set(NOTHING);
            rows.reset(0, List.of());
            return;
        }
        String text = focus.get().filter();
        Order by = order.get();
        Measure leak = measure.get();
        loading.start(
                () -> {
                    Filter filter = Filter.parse(text);
                    Counts all = archive.get().count(filter);
                    Measured first = measured(archive.get(), filter, by, leak);
                    return new Loaded(
                            all,
                            first.measure(),
                            first.rows(),
                            archive.get().facets(filter),
                            all.unreadable() == 0 ? List.of() : unreadable(archive.get(), filter));
                },
                this::show,
                failure -> problem.set(Optional.of(Problems.words(failure))));
    }

    /** The first page, by another measure where no arm on it has the one that was asked for: labels have no SSIM. */
    private static Measured measured(TrialArchive archive, Filter filter, Order by, Measure wanted) {
        List<Measure> tried = new ArrayList<>(List.of(wanted));
        OTHER_LEAKS.forEach(column -> tried.add(new Measure(column, wanted.records(), Optional.empty())));
        List<ArmRow> rows = List.of();
        for (Measure one : tried) {
            rows = archive.arms(filter, by, one, 0, PagedRows.PAGE);
            if (rows.isEmpty() || rows.stream().anyMatch(row -> row.leak().isPresent())) {
                return new Measured(one, rows);
            }
        }
        return new Measured(wanted, rows);
    }

    private record Measured(Measure measure, List<ArmRow> rows) {}

    private static List<TrialRow> unreadable(TrialArchive archive, Filter filter) {
        Filter.Condition status = new Filter.Condition("status", Filter.Operator.EQUAL, "unreadable", false);
        return archive.trials(filter.and(status), 0, MOST_UNREADABLE);
    }

    private void show(Loaded loaded) {
        problem.set(Optional.empty());
        facets.set(loaded.facets());
        unreadable.set(loaded.unreadable());
        settled = true;
        measure.set(loaded.measure());
        settled = false;
        rows.reset(loaded.counts().arms(), loaded.first());
        counts.set(loaded.counts());
        if (focus.get().arm().isEmpty() && !loaded.first().isEmpty()) {
            focus.settle(now -> now.onArm(beginning(loaded.first()).key()));
        }
        readBounds();
    }

    /** The first that completed and of which something leaked, since there is something to look at. */
    private static ArmRow beginning(List<ArmRow> arms) {
        return arms.stream().filter(arm -> arm.leak().isPresent()).findFirst().orElse(arms.get(0));
    }

    private void fetch(int page) {
        Optional<TrialArchive> archive = workspace.archiveProperty().get();
        if (archive.isEmpty()) {
            return;
        }
        long mine = generation;
        String text = focus.get().filter();
        Order by = order.get();
        Measure leak = measure.get();
        reader.execute(() -> {
            try {
                List<ArmRow> fetched =
                        archive.get().arms(Filter.parse(text), by, leak, page * PagedRows.PAGE, PagedRows.PAGE);
                window.execute(() -> {
                    if (mine == generation) {
                        rows.put(page, fetched);
                    }
                });
            } catch (RuntimeException failure) {
                window.execute(() -> problem.set(Optional.of(Problems.words(failure))));
            }
        });
    }

    private void readBounds() {
        Optional<ArmRow> current =
                focus.get().arm().flatMap(key -> find(arm -> arm.key().equals(key)));
        Optional<TrialArchive> archive = workspace.archiveProperty().get();
        if (current.isEmpty() || archive.isEmpty()) {
            return;
        }
        Measure leak = measure.get();
        boundsReading.start(
                () -> archive.get().bounds(current.get(), leak), bounds::set, failure -> bounds.set(List.of()));
    }

    /** A row that is there. */
    public Optional<ArmRow> find(Predicate<ArmRow> wanted) {
        return rows.present().stream().filter(wanted).findFirst();
    }

    /** Makes the arm so many rows further down or up the current one. */
    public void step(int by) {
        int at = indexOf(focus.get().arm());
        int next = Math.max(0, Math.min(rows.size() - 1, at + by));
        if (!rows.isEmpty()) {
            rows.get(next).ifPresent(row -> focus.change(now -> now.onArm(row.key())));
        }
    }

    /** Where a row stands; -1 when it is not among those that are there. */
    public int indexOf(Optional<ArmRow.Key> key) {
        for (int i = 0; key.isPresent() && i < rows.size(); i++) {
            if (rows.peek(i).filter(row -> row.key().equals(key.get())).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a key has several values among what the filter lets pass, so that its column says something. */
    public boolean varies(FilterKeys key) {
        return facets.get().stream()
                .anyMatch(facet -> facet.key() == key && facet.values().size() > 1);
    }

    /** The floors, references and ceilings that a row is read by. */
    public List<Bound> boundsOf(ArmRow row) {
        List<Bound> own = new ArrayList<>();
        if (bounds.get().isEmpty()) {
            return own;
        }
        Optional<ArmRow> current =
                focus.get().arm().flatMap(key -> find(arm -> arm.key().equals(key)));
        boolean comparable = current.filter(arm -> arm.protocol().equals(row.protocol())
                        && arm.cut().equals(row.cut())
                        && arm.key().folder().equals(row.key().folder()))
                .isPresent();
        if (comparable) {
            for (Bound bound : bounds.get()) {
                boolean there = own.stream().anyMatch(one -> one.subject().equals(bound.subject()));
                if (!there || bound.arm().equals(row.key())) {
                    own.removeIf(one -> one.subject().equals(bound.subject()));
                    own.add(bound);
                }
            }
        }
        return own;
    }

    /** The arms; asking for one that is not there fetches its page. */
    public PagedRows<ArmRow> rows() {
        return rows;
    }

    /** What the filter lets pass. */
    public ReadOnlyObjectProperty<Counts> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** Why the filter cannot be used. */
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The values that what passes the filter has, with counts. */
    public ReadOnlyObjectProperty<List<Facet>> facetsProperty() {
        return facets.getReadOnlyProperty();
    }

    /** The trial folders that pass the filter and cannot be read, with their reasons. */
    public ReadOnlyObjectProperty<List<TrialRow>> unreadableProperty() {
        return unreadable.getReadOnlyProperty();
    }

    /** What to read figures of the current arm and its like by. */
    public ReadOnlyObjectProperty<List<Bound>> boundsProperty() {
        return bounds.getReadOnlyProperty();
    }

    /** In which order arms come. */
    public ObjectProperty<Order> orderProperty() {
        return order;
    }

    /** Which leak the table shows. */
    public ObjectProperty<Measure> measureProperty() {
        return measure;
    }

    /** Whether rows are being fetched. */
    public ReadOnlyBooleanProperty workingProperty() {
        return loading.workingProperty();
    }
}
