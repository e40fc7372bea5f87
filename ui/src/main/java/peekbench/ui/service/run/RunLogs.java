package peekbench.ui.service.run;

import java.nio.file.Path;
import java.util.List;
import peekbench.event.Event;
import peekbench.journal.Order;
import peekbench.journal.RunFiles;

/**
 * The runs of a workspace, whoever began them, by what they write. Every method may take long and is called on one thread that is
 * not the window's; each throws a {@link RuntimeException} with a message for people when it cannot answer.
 */
public interface RunLogs {
    /**
     * What happened since the last call; of a run that was not told of yet, all. Runs that are over are told of once, the newest
     * first and not all at once.
     *
     * @param search whether to look for runs that are new
     */
    List<RunNews> look(Path workspace, boolean search);

    /** All of a run's events that were told of. */
    List<Event> events(RunFiles run);

    /** Asks something of a run, which hears of it within a second. */
    void order(RunFiles run, Order order);
}
