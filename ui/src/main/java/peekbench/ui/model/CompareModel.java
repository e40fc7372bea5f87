package peekbench.ui.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jfree.chart.JFreeChart;
import peekbench.query.filter.Filter;
import peekbench.report.chart.Chart;
import peekbench.result.StoredTrial;
import peekbench.result.file.ResultStoreException;
import peekbench.ui.model.workspace.FocusModel;
import peekbench.ui.model.workspace.LatestTask;
import peekbench.ui.model.workspace.Place;
import peekbench.ui.model.workspace.Problems;
import peekbench.ui.model.workspace.Threads;
import peekbench.ui.model.workspace.WorkspaceModel;
import peekbench.ui.service.TrialArchive;

/** Compare: the charts of the report over the arms that the filter lets pass. They are drawn when the place is in front. */
public final class CompareModel {
    /**
     * What is drawn.
     *
     * @param charts those that have something to show
     * @param problem why some are missing; empty when all could be drawn
     */
    public record Drawn(Map<Chart, JFreeChart> charts, Optional<String> problem) {
        /** Nothing yet. */
        public static final Drawn NOTHING = new Drawn(Map.of(), Optional.empty());

        public Drawn {
            charts = Map.copyOf(charts);
        }
    }

    private final WorkspaceModel workspace;
    private final FocusModel focus;
    private final LatestTask<Drawn> drawing;
    private final ReadOnlyObjectWrapper<Drawn> drawn = new ReadOnlyObjectWrapper<>(Drawn.NOTHING);
    private boolean stale = true;

    /**
     * @param workspace what is open
     * @param focus the filter is in it
     * @param threads where to work
     */
    public CompareModel(WorkspaceModel workspace, FocusModel focus, Threads threads) {
        this.workspace = workspace;
        this.focus = focus;
        this.drawing = new LatestTask<>(threads.charts(), threads.window());
        workspace.archiveProperty().addListener((property, before, now) -> later());
        workspace.changesProperty().addListener((property, before, now) -> later());
        focus.currentProperty().addListener((property, before, now) -> {
            stale |= !before.filter().equals(now.filter());
            draw();
        });
    }

    private void later() {
        stale = true;
        draw();
    }

    private void draw() {
        Optional<TrialArchive> archive = workspace.archiveProperty().get();
        if (!stale || focus.get().place() != Place.COMPARE || archive.isEmpty()) {
            return;
        }
        stale = false;
        String text = focus.get().filter();
        drawing.start(
                () -> charts(archive.get().stored(Filter.parse(text))),
                drawn::set,
                failure -> drawn.set(new Drawn(Map.of(), Optional.of(Problems.words(failure)))));
    }

    /** A chart of what is damaged is left out with the reason; the others are drawn. */
    private static Drawn charts(List<StoredTrial> trials) {
        Map<Chart, JFreeChart> charts = new EnumMap<>(Chart.class);
        List<String> left = new ArrayList<>();
        for (Chart chart : Chart.values()) {
            try {
                chart.of(trials).ifPresent(one -> charts.put(chart, one));
            } catch (ResultStoreException e) {
                left.add(chart.title() + " is left out: " + Problems.words(e));
            }
        }
        return new Drawn(charts, left.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", left)));
    }

    /** The charts as they were drawn last. */
    public ReadOnlyObjectProperty<Drawn> drawnProperty() {
        return drawn.getReadOnlyProperty();
    }

    /** Whether charts are being drawn. */
    public ReadOnlyBooleanProperty workingProperty() {
        return drawing.workingProperty();
    }
}
