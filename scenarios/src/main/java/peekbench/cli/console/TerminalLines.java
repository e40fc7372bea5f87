package peekbench.cli.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * Lines at the bottom of a terminal, one a progress bar, each rewritten in place.
 *
 * <p>The progress bars' own console has its terminal handle signals. That takes Ctrl-C from the Java machine, which would
 * then end without removing what was written of the running trials.
 */
final class TerminalLines implements AutoCloseable {
    private static final String UP = "\u001b[%dA";
    private static final String DOWN = "\u001b[%dB";
    private static final String CLEAR = "\r\u001b[2K";
    private static final int USUAL_WIDTH = 100;

    private final PrintWriter err;
    private final Terminal terminal;
    private int lines;

    TerminalLines(Console console) {
        this.err = console.err();
        try {
            this.terminal =
                    TerminalBuilder.builder().nativeSignals(false).dumb(true).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a line for a progress bar. */
    synchronized ProgressBarConsumer add() {
        int line = lines++;
        err.println();
        return new ProgressBarConsumer() {
            @Override
            public int getMaxRenderedLength() {
                return terminal.getColumns() > 0 ? terminal.getColumns() - 1 : USUAL_WIDTH;
            }

            @Override
            public void accept(String text) {
                rewrite(line, text);
            }

            @Override
            public void close() {
                // The line stays, with what it showed last.
            }
        };
    }

    private synchronized void rewrite(int line, String text) {
        int distance = lines - line;
        err.print(UP.formatted(distance) + CLEAR + text + DOWN.formatted(distance) + "\r");
        err.flush();
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
