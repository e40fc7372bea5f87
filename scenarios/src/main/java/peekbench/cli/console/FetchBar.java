package peekbench.cli.console;

import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import peekbench.data.catalogue.FetchProgress;

/** A progress bar a downloaded file, when a person watches. The terminal is taken when the first file comes. */
public final class FetchBar implements FetchProgress, AutoCloseable {
    private static final long MEGABYTE = 1 << 20;

    private final Console console;
    private Optional<TerminalLines> terminal = Optional.empty();
    private Optional<ProgressBar> bar = Optional.empty();

    public FetchBar(Console console) {
        this.console = console;
    }

    @Override
    public void received(String file, long bytes, long total) {
        if (!console.interactive()) {
            return;
        }
        TerminalLines lines = terminal.orElseGet(() -> new TerminalLines(console));
        terminal = Optional.of(lines);
        if (bar.filter(open -> open.getTaskName().equals(file)).isEmpty()) {
            bar.ifPresent(ProgressBar::close);
            bar = Optional.of(new ProgressBarBuilder()
                    .setTaskName(file)
                    .setInitialMax(total)
                    .setUnit(" MiB", MEGABYTE)
                    .showSpeed()
                    .setConsumer(lines.add())
                    .build());
        }
        bar.get().stepTo(bytes);
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
        terminal.ifPresent(TerminalLines::close);
        terminal = Optional.empty();
    }
}
