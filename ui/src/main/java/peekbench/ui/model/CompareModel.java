package peekbench.ui.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jfree.chart.JFreeChart;
import peekbench.problem.ConfigurationException;
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
    private final LatestTask<Path> saving;
    private final ObjectProperty<Chart> front = new SimpleObjectProperty<>(Chart.TRADE_OFF);
    private final ReadOnlyObjectWrapper<Optional<String>> saved = new ReadOnlyObjectWrapper<>(Optional.empty());
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
        this.saving = new LatestTask<>(threads.charts(), threads.window());
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

    /**
     * Writes the chart in front as the report has it: on white whatever the theme, in its size.
     *
     * @param file whose name ends in {@code .svg}, {@code .pdf} or {@code .png}
     */
    public void save(Path file) {
        Optional<TrialArchive> archive = workspace.archiveProperty().get();
        if (archive.isEmpty()) {
            return;
        }
        Chart chart = front.get();
        String text = focus.get().filter();
        saving.start(
                () -> {
                    JFreeChart drawing = chart.of(archive.get().stored(Filter.parse(text)))
                            .orElseThrow(() -> new ConfigurationException(chart.whenEmpty()));
                    chart.file().write(drawing, file);
                    return file;
                },
                written -> saved.set(Optional.of("Saved " + written + ".")),
                failure -> saved.set(Optional.of(Problems.words(failure))));
    }

    /** The chart that is in front. */
    public ObjectProperty<Chart> frontProperty() {
        return front;
    }

    /** What became of the last chart that was to be saved. */
    public ReadOnlyObjectProperty<Optional<String>> savedProperty() {
        return saved.getReadOnlyProperty();
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
