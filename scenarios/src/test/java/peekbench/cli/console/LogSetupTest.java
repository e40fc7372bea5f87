package peekbench.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.ConsoleAppender;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class LogSetupTest {
    private final LoggerContext context = new LoggerContext();

    @Test
    void warningsGoToStandardError() {
        LogSetup.warnOnStandardError(context);

        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        assertThat(root.getLevel()).isEqualTo(Level.WARN);
        assertThat(root.getAppender("console"))
                .isInstanceOf(ConsoleAppender.class)
                .extracting("target")
                .hasToString("System.err");
        assertThat(context.getLogger("org.apache.fontbox").isWarnEnabled()).isFalse();
        assertThat(context.getLogger("org.apache.spark.scheduler").isWarnEnabled())
                .isFalse();
    }

    @Test
    void logbackFindsIt() {
        assertThat(ServiceLoader.load(Configurator.class)).hasAtLeastOneElementOfType(LogSetup.class);
    }
}
