package peekbench.cli;

import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import peekbench.data.catalogue.FetchProgress;

/** A progress bar a downloaded file, when a person watches. */
final class FetchBar implements FetchProgress, AutoCloseable {
    private static final long MEGABYTE = 1 << 20;

    private final Optional<TerminalLines> terminal;
    private Optional<ProgressBar> bar = Optional.empty();

    FetchBar(Console console) {
        this.terminal = console.interactive() ? Optional.of(new TerminalLines(console)) : Optional.empty();
    }

    @Override
    public void received(String file, long bytes, long total) {
        if (terminal.isEmpty()) {
            return;
        }
        if (bar.filter(open -> open.getTaskName().equals(file)).isEmpty()) {
            bar.ifPresent(ProgressBar::close);
            bar = Optional.of(new ProgressBarBuilder()
                    .setTaskName(file)
                    .setInitialMax(total)
                    .setUnit(" MiB", MEGABYTE)
                    .showSpeed()
                    .setConsumer(terminal.get().add())
                    .build());
        }
        bar.get().stepTo(bytes);
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        terminal.ifPresent(TerminalLines::close);
    }
}
