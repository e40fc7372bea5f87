package peekbench.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import peekbench.ui.model.run.RunView;
import peekbench.ui.model.run.RunWords;
import peekbench.ui.model.run.RunsModel;

/** The window's title: what runs, what failed, what has ended, for those who look at another window. */
public final class WindowTitle {
    private static final String NAME = "Peekbench";

    private final RunsModel runs;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(NAME);

    WindowTitle(RunsModel runs) {
        this.runs = runs;
        runs.runsProperty().addListener((property, before, now) -> show());
        runs.troubleProperty().addListener((property, before, now) -> show());
        runs.endedProperty().addListener((property, before, now) -> show());
    }

    private void show() {
        List<RunView> going = runs.going();
        Optional<String> running = going.stream()
                .findFirst()
                .map(run ->
                        RunWords.percent(run.row().share()) + " " + run.row().title());
        Optional<String> ended = going.isEmpty() ? runs.endedProperty().get() : Optional.empty();
        int failures = runs.troubleProperty().get();
        Optional<String> failed = failures == 0 ? Optional.empty() : Optional.of(failures + " failed");
        text.set(Stream.concat(
                        Stream.of(running, ended, failed)
                                .flatMap(Optional::stream)
                                .limit(2),
                        Stream.of(NAME))
                .collect(Collectors.joining(" - ")));
    }

    /** The text. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }
}
