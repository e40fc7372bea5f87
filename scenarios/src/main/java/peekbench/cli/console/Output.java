package peekbench.cli.console;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.core.ConsoleAppender;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Option;

/** Options of every command that say how it prints. */
public final class Output {
    @Option(names = "--json", description = "Print JSON for other programs in place of text.")
    private boolean json;

    @Option(names = "--verbose", description = "Log what is done, and print stack traces of errors.")
    private boolean verbose;

    public boolean json() {
        return json;
    }

    boolean verbose() {
        return verbose;
    }

    /** Turns logging up when asked to. */
    public void configureLogging() {
        if (verbose && LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            root.setLevel(Level.INFO);
            root.iteratorForAppenders().forEachRemaining(appender -> {
                if (appender instanceof ConsoleAppender<?> console
                        && console.getEncoder() instanceof PatternLayoutEncoder encoder) {
                    encoder.stop();
                    encoder.setPattern("%d{HH:mm:ss} %-5level [%thread] %logger{0}: %msg%n");
                    encoder.start();
                }
            });
        }
    }
}
