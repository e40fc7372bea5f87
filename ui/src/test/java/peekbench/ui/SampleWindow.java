package peekbench.ui;

import java.nio.file.Path;
import java.util.Optional;
import peekbench.ui.model.WindowModel;
import peekbench.ui.model.workspace.Threads;
import peekbench.ui.service.IndexedArchive;
import peekbench.ui.service.WindowSettings;

/** The models of a window on stored results; everything is done at once, in the caller's thread. */
public final class SampleWindow {
    private SampleWindow() {}

    /**
     * On any folder.
     *
     * @param cache of its index
     */
    public static WindowModel of(Path cache, WindowSettings settings) {
        return new WindowModel(
                folder -> IndexedArchive.open(folder, cache),
                new FakeScenarios(),
                StagedRuns.services(new StagedRuns()),
                settings,
                new FakeDesk(Optional.empty()),
                Threads.of(Runnable::run));
    }
}
