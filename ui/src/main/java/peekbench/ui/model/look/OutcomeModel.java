package peekbench.ui.model.look;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import peekbench.result.StoredTrial;
import peekbench.ui.model.workspace.LatestTask;
import peekbench.ui.model.workspace.Problems;
import peekbench.ui.model.workspace.Threads;
import peekbench.ui.service.picture.Outcome;
import peekbench.ui.service.picture.OutcomeReader;
import peekbench.ui.service.picture.PictureArrays;

/** The outcome whose tab is in front, read when it is. */
public final class OutcomeModel {
    private final LookModel look;
    private final LatestTask<Outcome> reading;
    private final ReadOnlyObjectWrapper<Outcome> outcome = new ReadOnlyObjectWrapper<>(new Outcome.None());

    OutcomeModel(LookModel look, Threads threads) {
        this.look = look;
        this.reading = new LatestTask<>(threads.reader(), threads.window());
        look.shownProperty().addListener((property, before, now) -> read());
        look.choices().tabProperty().addListener((property, before, now) -> read());
    }

    private void read() {
        Optional<Supplier<Outcome>> work = work(look.shownTab());
        outcome.set(new Outcome.None());
        if (work.isEmpty()) {
            reading.cancel();
            return;
        }
        reading.start(
                work.get(), outcome::set, failure -> outcome.set(new Outcome.Unreadable(Problems.words(failure))));
    }

    private Optional<Supplier<Outcome>> work(LookTab tab) {
        Optional<StoredTrial> trial = look.contentProperty().get().trial();
        LookShown shown = look.shownProperty().get();
        return switch (tab) {
            case PICTURES, FINDINGS -> Optional.empty();
            case LABELS -> trial.map(one -> () -> OutcomeReader.labels(one));
            case MIXES -> trial.map(one -> () -> OutcomeReader.mixes(one));
            case MEMBERS -> trial.map(one -> () -> OutcomeReader.members(one));
            case ROWS -> {
                Optional<PictureArrays> arrays = shown.current().flatMap(LookRow::arrays);
                yield arrays.map(
                        one -> () -> OutcomeReader.rows(one, shown.content().records()));
            }
        };
    }

    /** What was read. */
    public ReadOnlyObjectProperty<Outcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }
}
