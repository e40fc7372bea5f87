package peekbench.cli.console;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import peekbench.event.Event;
import peekbench.event.TrialEvent;
import peekbench.plan.TrialPlan;
import peekbench.result.EpochMetrics;
import peekbench.run.EpochText;
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
    public synchronized void started(TrialPlan plan) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(plan.id())
                .setInitialMax(STEPS)
                .setUnit("%", STEPS_A_PERCENT)
                .setUpdateIntervalMillis(250)
                .setConsumer(terminal.add())
                .build();
        bar.setExtraMessage("begins");
        lines.put(plan.id(), bar);
    }

    @Override
    public synchronized void epoch(TrialPlan plan, EpochMetrics metrics, int epochs) {
        begun(lines.get(plan.id()), plan).setExtraMessage(EpochText.of(metrics, epochs));
    }

    private static ProgressBar begun(@Nullable ProgressBar line, TrialPlan plan) {
        if (line == null) {
            throw new IllegalStateException("The trial (" + plan.id() + ") has not started.");
        }
        return line;
    }

    @Override
    public synchronized void phase(TrialPlan plan, String what, double share, String detail) {
        begun(lines.get(plan.id()), plan).setExtraMessage(what + ": " + detail);
    }

    @Override
    public synchronized void event(Event event) {
        if (event instanceof TrialEvent trial) {
            Optional.ofNullable(lines.get(trial.trial()))
                    .ifPresent(bar -> bar.stepTo(Math.round(trial.share() * STEPS)));
        }
    }

    @Override
    public synchronized void finished(TrialPlan plan, Optional<String> failure) {
        ProgressBar line = begun(lines.remove(plan.id()), plan);
        if (failure.isEmpty()) {
            line.stepTo(STEPS);
        }
        line.setExtraMessage(failure.map(error -> "failed").orElse("done"));
        line.close();
    }

    @Override
    public synchronized void close() {
        lines.values().forEach(ProgressBar::close);
        lines.clear();
        terminal.close();
    }
}
