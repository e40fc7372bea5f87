package peekbench.ui.model.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import peekbench.event.Event;
import peekbench.event.RunEvent;
import peekbench.event.RunEventText;
import peekbench.event.TrialEvent;
import peekbench.event.TrialEventText;
import peekbench.result.EpochMetrics;

/** Log and curves of the run or trial that is chosen. A log has its last {@link #MOST_LINES} lines. */
public final class StoryModel {
    /** What is older is in the journal. */
    public static final int MOST_LINES = 5_000;

    private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
    private final FilteredList<LogLine> shown = new FilteredList<>(lines);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<LogLevel> level = new SimpleObjectProperty<>(LogLevel.ALL);
    private final ReadOnlyObjectWrapper<TrialCurves> curves = new ReadOnlyObjectWrapper<>(TrialCurves.NOTHING);
    private final List<EpochMetrics> epochs = new ArrayList<>();
    private Optional<RowKey> chosen = Optional.empty();
    private Optional<String> drawn = Optional.empty();
    private int planned;

    StoryModel() {
        filter.addListener((property, before, now) -> narrow());
        level.addListener((property, before, now) -> narrow());
    }

    private void narrow() {
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        LogLevel least = level.get();
        shown.setPredicate(line -> line.level().compareTo(least) >= 0
                && line.text().toLowerCase(Locale.ROOT).contains(wanted));
    }

    /**
     * Begins anew.
     *
     * @param key of the run or trial
     * @param trial whose curves are drawn
     * @param events of the run so far
     */
    void tell(RowKey key, Optional<String> trial, List<Event> events) {
        begin(Optional.of(key), trial);
        add(key, events);
        refresh();
    }

    /** Tells of nothing. */
    void clear() {
        begin(Optional.empty(), Optional.empty());
        refresh();
    }

    private void begin(Optional<RowKey> key, Optional<String> trial) {
        chosen = key;
        drawn = trial;
        epochs.clear();
        planned = 0;
        lines.clear();
    }

    /** What happened since; what is of another run or trial is left out. Curves follow with {@link #refresh}. */
    void add(RowKey run, List<Event> events) {
        if (chosen.isEmpty() || !chosen.get().run().equals(run.run())) {
            return;
        }
        List<LogLine> fresh = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof TrialEvent.Epoch epoch && drawn.equals(Optional.of(epoch.trial()))) {
                epochs.add(epoch.metrics());
                planned = epoch.epochs();
            } else if (event instanceof TrialEvent.Started begun && drawn.equals(Optional.of(begun.trial()))) {
                epochs.clear();
            }
            line(chosen.get(), event).ifPresent(fresh::add);
        }
        if (!fresh.isEmpty()) {
            lines.addAll(fresh.subList(Math.max(0, fresh.size() - MOST_LINES), fresh.size()));
            if (lines.size() > MOST_LINES) {
                lines.remove(0, lines.size() - MOST_LINES);
            }
        }
    }

    private static Optional<LogLine> line(RowKey key, Event event) {
        if (event instanceof TrialEvent trial) {
            if (key.isTrial() && !key.trial().equals(trial.trial())) {
                return Optional.empty();
            }
            String text = TrialEventText.of(trial) + log(trial);
            return LogLevel.of(event)
                    .map(of -> new LogLine(event.at(), of, key.isTrial() ? text : trial.trial() + ": " + text));
        }
        return event instanceof RunEvent run
                ? LogLevel.of(event).map(of -> new LogLine(event.at(), of, RunEventText.of(run)))
                : Optional.empty();
    }

    private static String log(TrialEvent event) {
        return event instanceof TrialEvent.Failed failed
                ? failed.log()
                        .map(file -> " (what its process printed: " + file + ")")
                        .orElse("")
                : "";
    }

    /** Brings the curves up to date. */
    void refresh() {
        curves.set(new TrialCurves(drawn, epochs, planned));
    }

    /** The trial whose curves are drawn. */
    Optional<String> drawn() {
        return drawn;
    }

    /** The lines that pass level and filter, the oldest first. */
    public ObservableList<LogLine> lines() {
        return shown;
    }

    /** A text that lines must contain. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** How much is shown. */
    public ObjectProperty<LogLevel> levelProperty() {
        return level;
    }

    /** The curves, at most two states of them a second. */
    public ReadOnlyObjectProperty<TrialCurves> curvesProperty() {
        return curves.getReadOnlyProperty();
    }
}
