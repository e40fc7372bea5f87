package peekbench.ui.model.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import peekbench.event.Event;
import peekbench.journal.RunFiles;
import peekbench.ui.service.run.RunLogs;
import peekbench.ui.service.run.RunNews;

/** The row that is chosen, and its story: told anew when another is chosen, or when other curves are to be drawn. */
final class ChosenStory {
    private final RunLogs logs;
    private final LogsWork work;
    private final Function<RowKey, Optional<RunView>> find;
    private final StoryModel story = new StoryModel();
    private final ObjectProperty<Optional<RowKey>> chosen = new SimpleObjectProperty<>(Optional.empty());

    /** @param find the run that a row is or is in */
    ChosenStory(RunLogs logs, LogsWork work, Function<RowKey, Optional<RunView>> find) {
        this.logs = logs;
        this.work = work;
        this.find = find;
        chosen.addListener((property, before, now) -> tell());
    }

    void tell() {
        Optional<RowKey> key = chosen.get();
        Optional<RunFiles> files = key.flatMap(find).flatMap(RunView::news).map(RunNews::files);
        if (key.isEmpty() || files.isEmpty()) {
            story.clear();
            return;
        }
        Optional<String> trial = drawn();
        work.<List<Event>>start(() -> logs.events(files.get()), events -> {
            if (key.equals(chosen.get())) {
                story.tell(key.get(), trial, events);
            }
        });
    }

    /** After the runs have changed: chooses the first where nothing is chosen. */
    void follow(List<RunView> runs) {
        if (chosen.get().isEmpty()) {
            runs.stream().findFirst().ifPresent(run -> chosen.set(Optional.of(run.key())));
        } else if (!drawn().equals(story.drawn())) {
            tell();
        }
    }

    /** The trial whose curves are drawn: the one that is chosen; of a run the first that runs, else the last that ran. */
    private Optional<String> drawn() {
        Optional<RowKey> key = chosen.get();
        if (key.filter(RowKey::isTrial).isPresent()) {
            return key.map(RowKey::trial);
        }
        List<RunRow> trials = key.flatMap(find).map(RunView::trials).orElse(List.of());
        return trials.stream()
                .filter(trial -> trial.state() == RunState.RUNNING)
                .findFirst()
                .or(() ->
                        trials.stream().filter(trial -> !trial.took().isEmpty()).reduce((one, later) -> later))
                .map(trial -> trial.key().trial());
    }

    StoryModel story() {
        return story;
    }

    ObjectProperty<Optional<RowKey>> chosen() {
        return chosen;
    }
}
