package peekbench.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import peekbench.ui.model.Desk;

/** A desk that remembers what was put on it. */
public final class FakeDesk implements Desk {
    private final Optional<Path> chosen;
    private final List<String> copied = new ArrayList<>();
    private final List<Path> shown = new ArrayList<>();

    /** @param chosen what the person chooses when asked */
    public FakeDesk(Optional<Path> chosen) {
        this.chosen = chosen;
    }

    @Override
    public Optional<Path> chooseFolder(Optional<Path> startAt) {
        return chosen;
    }

    @Override
    public Optional<Path> chooseFile(String name) {
        return chosen.map(folder -> folder.resolve(name));
    }

    @Override
    public void copy(String text) {
        copied.add(text);
    }

    @Override
    public void show(Path folder) {
        shown.add(folder);
    }

    /** In their order. */
    public List<String> copied() {
        return copied;
    }

    /** In their order. */
    public List<Path> shown() {
        return shown;
    }
}
