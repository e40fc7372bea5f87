package peekbench.cli.console;

import java.nio.file.Path;
import java.util.Optional;
import peekbench.event.Event;
import peekbench.event.RunEvent;
import peekbench.event.RunEventText;
import peekbench.plan.LeftOut;
import peekbench.plan.Plan;
import peekbench.run.LoggedProgress;
import peekbench.run.RunListener;

/** A run for a person: remarks, and progress bars when one watches; else progress is logged, which {@code --verbose} shows. */
public final class RunProgress implements RunListener, AutoCloseable {
    public static final String INTERRUPTED =
            "\nInterrupted. Complete trials are kept; the same command goes on with the rest.";

    private final Console console;
    private final FetchBar fetching;
    private Optional<ProgressBars> bars = Optional.empty();
    private RunListener trials = new LoggedProgress();

    public RunProgress(Console console) {
        this.console = console;
        this.fetching = new FetchBar(console);
    }

    @Override
    public void received(String file, long bytes, long total) {
        fetching.received(file, bytes, total);
    }

    @Override
    public void read(String what, long done, long total) {
        fetching.read(what, done, total);
    }

    @Override
    public void remarked(String remark) {
        fetching.remarked(remark);
    }

    @Override
    public void planned(Plan plan, int complete, Path folder) {
        fetching.close();
        LeftOut.messages(plan.leftOut()).forEach(console::remark);
        if (complete > 0) {
            console.remark(complete + " of " + plan.trials().size() + " trials are complete in " + folder
                    + " and are not run again.");
        }
        if (bars.isEmpty() && console.interactive() && complete < plan.trials().size()) {
            ProgressBars shown = new ProgressBars(console);
            bars = Optional.of(shown);
            trials = shown;
        }
    }

    @Override
    public void event(Event event) {
        if (event instanceof RunEvent.BudgetSpent spent) {
            console.remark(RunEventText.of(spent));
        }
        trials.event(event);
    }

    @Override
    public void interrupted() {
        console.remark(INTERRUPTED);
    }

    @Override
    public void close() {
        fetching.close();
        bars.ifPresent(ProgressBars::close);
    }
}
