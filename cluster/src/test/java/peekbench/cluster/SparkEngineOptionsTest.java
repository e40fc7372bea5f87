package peekbench.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import peekbench.engine.EngineProvider;
import peekbench.problem.ConfigurationException;

class SparkEngineOptionsTest {
    @Test
    void isFoundByItsNameAndNeedsAnAddress() {
        EngineProvider provider = EngineProvider.named(EngineProvider.SPARK);

        assertThat(provider.engine("spark://somewhere:7077")).isInstanceOf(SparkEngine.class);
        assertThatThrownBy(provider::engine)
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "--engine spark needs the address of a cluster. Add --master spark://HOST:7077, or what else"
                                + " Spark takes.");
    }

    @Test
    void anEngineOfThisMachineTakesNoAddress() {
        EngineProvider here = EngineProvider.named(EngineProvider.PROCESSES);

        assertThatThrownBy(() -> here.engine("spark://somewhere:7077"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("--master (spark://somewhere:7077) is the address of a cluster, and the engine"
                        + " processes runs trials on this machine. Leave it out, or add --engine spark.");
    }
}
