package peekbench.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import peekbench.plan.TrialPlan;
import peekbench.result.EpochMetrics;
import peekbench.run.EpochText;
import peekbench.run.RunListener;
import peekbench.run.TrialShare;

/** A line a running trial, with what it does, loss, accuracy and time left. */
final class ProgressBars implements RunListener, AutoCloseable {
    private static final int STEPS = 1_000;
    private static final int STEPS_A_PERCENT = 10;

    private final TerminalLines terminal;
    private final Map<String, Line> lines = new HashMap<>();

    private record Line(ProgressBar bar, TrialShare share) {}

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
        lines.put(
                plan.id(),
                new Line(bar, new TrialShare(!plan.scenario().attacks().isEmpty())));
    }

    @Override
    public synchronized void epoch(TrialPlan plan, EpochMetrics metrics, int epochs) {
        Line line = begun(lines.get(plan.id()), plan);
        line.bar().stepTo(steps(line.share().epoch(metrics.epoch(), epochs)));
        line.bar().setExtraMessage(EpochText.of(metrics, epochs));
    }

    private static Line begun(@Nullable Line line, TrialPlan plan) {
        if (line == null) {
            throw new IllegalStateException("The trial (" + plan.id() + ") has not started.");
        }
        return line;
    }

    @Override
    public synchronized void phase(TrialPlan plan, String what, double fraction, String detail) {
        Line line = begun(lines.get(plan.id()), plan);
        line.bar().stepTo(steps(line.share().phase(what, fraction)));
        line.bar().setExtraMessage(what + ": " + detail);
    }

    private static long steps(double share) {
        return Math.round(share * STEPS);
    }

    @Override
    public synchronized void finished(TrialPlan plan, Optional<Throwable> failure) {
        Line line = begun(lines.remove(plan.id()), plan);
        if (failure.isEmpty()) {
            line.bar().stepTo(STEPS);
        }
        line.bar().setExtraMessage(failure.map(error -> "failed").orElse("done"));
        line.bar().close();
    }

    @Override
    public synchronized void close() {
        lines.values().forEach(line -> line.bar().close());
        lines.clear();
        terminal.close();
    }
}
