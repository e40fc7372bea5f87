package peekbench.cli.console;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import peekbench.event.Event;
import peekbench.event.TrialEvent;
import peekbench.event.TrialEventText;
import peekbench.run.RunListener;

/** A line a running trial, with what it does, loss, accuracy and time left. */
final class ProgressBars implements RunListener, AutoCloseable {
    private static final int STEPS = 1_000;
    private static final int STEPS_A_PERCENT = 10;

    private final TerminalLines terminal;
    private final Map<String, ProgressBar> lines = new HashMap<>();

    ProgressBars(Console console) {
        this.terminal = new TerminalLines(console);
    }

    @Override
    public synchronized void event(Event event) {
        if (!(event instanceof TrialEvent trial)) {
            return;
        }
        if (trial instanceof TrialEvent.Started) {
            lines.computeIfAbsent(trial.trial(), this::line);
        }
        Optional.ofNullable(lines.get(trial.trial())).ifPresent(line -> show(line, trial));
    }

    private ProgressBar line(String trial) {
        return new ProgressBarBuilder()
                .setTaskName(trial)
                .setInitialMax(STEPS)
                .setUnit("%", STEPS_A_PERCENT)
                .setUpdateIntervalMillis(250)
                .setConsumer(terminal.add())
                .build();
    }

    private void show(ProgressBar line, TrialEvent trial) {
        line.stepTo(Math.round(trial.share() * STEPS));
        line.setExtraMessage(TrialEventText.of(trial));
        if (TrialEventText.last(trial)) {
            lines.remove(trial.trial());
            line.close();
        }
    }

    @Override
    public synchronized void close() {
        lines.values().forEach(ProgressBar::close);
        lines.clear();
        terminal.close();
    }
}
