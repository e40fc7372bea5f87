package peekbench.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import peekbench.event.Event;
import peekbench.ui.model.Question;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.workspace.Place;
import peekbench.ui.service.run.RunRequest;

/** Views of the welcome and of Runs: an empty workspace, and the last run of the folder as if it went on. */
final class RunShots implements AutoCloseable {
    private static final int TRIALS_OF_WELCOME = 2;
    private static final double SHARE_OF_RUNS = .55;

    private final WindowModel window;
    private final Optional<Path> opened;
    private final List<ReplayedRun> replayed = new ArrayList<>();
    private Optional<Path> empty = Optional.empty();

    /** @param opened the folder whose last run is shown */
    RunShots(WindowModel window, Optional<Path> opened) {
        this.window = window;
        this.opened = opened;
    }

    /** Reads the journal and tells it again; away from the window's thread. */
    void prepare() {
        try {
            empty = Optional.of(ReplayedRun.emptyWorkspace());
            Optional<List<Event>> events = opened.flatMap(ReplayedRun::events);
            if (events.isPresent()) {
                double before = ReplayedRun.beforeFirstResult(events.get(), TRIALS_OF_WELCOME);
                replayed.add(ReplayedRun.of(events.get(), TRIALS_OF_WELCOME, before));
                replayed.add(ReplayedRun.of(events.get(), Integer.MAX_VALUE, SHARE_OF_RUNS));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In their order; without a journal only the welcome. */
    List<Shot> shots(String suffix) {
        List<Shot> shots = new ArrayList<>();
        empty.ifPresent(folder -> {
            shots.add(new Shot("", () -> open(folder, Place.LOOK)));
            shots.add(new Shot("welcome" + suffix, window.runs()::look));
        });
        if (replayed.size() == 2) {
            shots.add(new Shot("", () -> open(replayed.get(0).workspace(), Place.LOOK)));
            shots.add(new Shot("", window.runs()::look));
            shots.add(new Shot("quickstart-running" + suffix, window.runs()::look));
            Path folder = replayed.get(1).workspace();
            shots.add(new Shot("", () -> open(folder, Place.RUNS)));
            shots.add(new Shot("", window.runs()::look));
            shots.add(new Shot("", () -> addWaiting(folder)));
            shots.add(new Shot("", window.runs()::look));
            shots.add(new Shot("runs" + suffix, window.runs()::look));
            shots.add(new Shot("closing" + suffix, () -> window.closing().mayClose(() -> {})));
            shots.add(new Shot("", this::cancel));
        }
        opened.ifPresent(folder -> shots.add(new Shot("", () -> open(folder, Place.LOOK))));
        return shots;
    }

    private void open(Path folder, Place place) {
        window.open(folder);
        window.focus().settle(now -> now.at(place));
    }

    /** Another run waits for the one that goes on. */
    private void addWaiting(Path folder) {
        if (window.runs().waiting().isEmpty()) {
            window.runs().add(RunRequest.of(folder, folder.resolve("scenarios/papers/nopeek-sweep.yaml")));
        }
    }

    private void cancel() {
        window.questions().openProperty().get().ifPresent(question -> {
            List<Question.Answer> answers = question.answers();
            window.questions().answer(answers.get(answers.size() - 1));
        });
    }

    @Override
    public void close() {
        replayed.forEach(ReplayedRun::close);
        empty.ifPresent(folder -> {
            try {
                Files.deleteIfExists(folder);
                Files.deleteIfExists(Objects.requireNonNullElse(folder.getParent(), folder));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
