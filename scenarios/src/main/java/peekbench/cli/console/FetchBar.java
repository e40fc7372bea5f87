package peekbench.cli.console;

import java.util.Optional;
import java.util.function.UnaryOperator;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import peekbench.data.catalogue.FetchProgress;

/** A progress bar a downloaded file, or a pass over own data, when a person watches. The terminal is taken when the first file comes. */
public final class FetchBar implements FetchProgress, AutoCloseable {
    private static final long MEGABYTE = 1 << 20;

    /** Fewer images, or bytes of a table, are read before anybody looks. */
    private static final long WORTH_A_BAR = 1_000;

    private final Console console;
    private Optional<TerminalLines> terminal = Optional.empty();
    private Optional<ProgressBar> bar = Optional.empty();

    public FetchBar(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void received(String file, long bytes, long total) {
        show(file, bytes, total, open -> open.setUnit(" MiB", MEGABYTE).showSpeed());
    }

    @Override
    public synchronized void read(String what, long done, long total) {
        if (total >= WORTH_A_BAR) {
            show(what, 100 * done / total, 100, open -> open.setUnit("%", 1));
        }
    }

    private void show(String task, long done, long total, UnaryOperator<ProgressBarBuilder> look) {
        if (!console.interactive()) {
            return;
        }
        TerminalLines lines = terminal.orElseGet(() -> new TerminalLines(console));
        terminal = Optional.of(lines);
        if (bar.filter(open -> open.getTaskName().equals(task)).isEmpty()) {
            bar.ifPresent(ProgressBar::close);
            bar = Optional.of(
                    look.apply(new ProgressBarBuilder().setTaskName(task).setInitialMax(total))
                            .setConsumer(lines.add())
                            .build());
        }
        bar.get().stepTo(done);
    }

    /** What was found in the data, below the bars. */
    @Override
    public synchronized void remarked(String remark) {
        close();
        console.remark("Data: " + remark);
    }

    @Override
    public synchronized void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
        terminal.ifPresent(TerminalLines::close);
        terminal = Optional.empty();
    }
}
