package peekbench.cli.console;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import com.google.auto.service.AutoService;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Warnings for people, on standard error: standard output belongs to results. The environment's {@code PEEKBENCH_LOG=debug} says
 * more, the option {@code --verbose} adds stack traces. In Java, since reading logback's XML takes a fifth of a short command, and
 * of every trial's process. A program that brings a {@code logback.xml} of its own is left to that.
 */
@AutoService(Configurator.class)
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class LogSetup extends ContextAwareBase implements Configurator {
    private static final String LEVEL = "PEEKBENCH_LOG";
    private static final List<String> FILES =
            List.of(ClassicConstants.TEST_AUTOCONFIG_FILE, ClassicConstants.AUTOCONFIG_FILE);

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        ClassLoader loader = LogSetup.class.getClassLoader();
        if (System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY) != null
                || FILES.stream().anyMatch(name -> loader.getResource(name) != null)) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        warnOnStandardError(context);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    static void warnOnStandardError(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern("%d{HH:mm:ss} %-5level %logger{0} - %msg%n%nopex");
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setName("console");
        console.setTarget("System.err");
        console.setEncoder(encoder);
        console.start();
        // PDFBox reports each table of a font that it does not need.
        context.getLogger("org.apache.fontbox").setLevel(Level.ERROR);
        Optional<String> asked =
                Optional.ofNullable(System.getProperty(LEVEL)).or(() -> Optional.ofNullable(System.getenv(LEVEL)));
        // Spark warns of every task that it begins anew or ends because it was asked to.
        List.of("org.apache.spark", "org.apache.hadoop")
                .forEach(name -> context.getLogger(name).setLevel(level(asked, Level.ERROR)));
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(level(asked, Level.WARN));
        root.addAppender(console);
    }

    private static Level level(Optional<String> asked, Level otherwise) {
        return asked.map(text -> Level.toLevel(text, otherwise)).orElse(otherwise);
    }
}
