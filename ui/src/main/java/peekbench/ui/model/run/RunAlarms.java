package peekbench.ui.model.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import peekbench.event.TrialEvent;
import peekbench.event.TrialEventText;
import peekbench.ui.model.workspace.WorkspaceModel;
import peekbench.ui.service.run.RunNews;

/** What somebody should hear of: trials and runs that ended since the workspace was opened, and were not looked at yet. */
final class RunAlarms {
    private final WorkspaceModel workspace;
    private final ReadOnlyIntegerWrapper trouble = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<String>> ended = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Instant opened = Instant.MAX;

    /** @param workspace hears of trials that ended */
    RunAlarms(WorkspaceModel workspace) {
        this.workspace = workspace;
    }

    /** What happened before is none of its business. */
    void begin(Instant now) {
        opened = now;
        seen();
    }

    /** @param before what was known of the run */
    void hear(RunNews news, Optional<RunNews> before) {
        boolean live = before.isPresent()
                || news.header().filter(run -> !run.at().isBefore(opened)).isPresent();
        if (!live) {
            return;
        }
        List<TrialEvent> last = news.events().stream()
                .filter(TrialEvent.class::isInstance)
                .map(TrialEvent.class::cast)
                .filter(TrialEventText::last)
                .filter(event -> !(event instanceof TrialEvent.Stopped))
                .toList();
        if (!last.isEmpty()) {
            workspace.heard(last.size());
        }
        long failed = last.stream().filter(TrialEvent.Failed.class::isInstance).count();
        trouble.set(trouble.get() + Math.toIntExact(failed));
        if (!news.going()) {
            RunState state = RunState.of(news);
            ended.set(Optional.of(news.title() + " " + state.word()));
            if (state == RunState.INTERRUPTED) {
                add();
            }
        }
    }

    /** Another failure. */
    void add() {
        trouble.set(trouble.get() + 1);
    }

    /** All was looked at. */
    void seen() {
        trouble.set(0);
        ended.set(Optional.empty());
    }

    ReadOnlyIntegerWrapper trouble() {
        return trouble;
    }

    ReadOnlyObjectWrapper<Optional<String>> ended() {
        return ended;
    }
}
