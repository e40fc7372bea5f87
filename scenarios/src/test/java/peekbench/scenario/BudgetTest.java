package peekbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peekbench.problem.ConfigurationException;
import peekbench.result.TrialWork;

/** What a run may take, as a scenario states it. */
class BudgetTest {
    private static Scenario with(String budget) {
        return ScenarioReader.builtIn()
                .parse("budget.yaml", ScenarioSamples.YAML + "budget: " + budget + "\n")
                .scenario();
    }

    @ParameterizedTest
    @CsvSource({"90s, PT90S", "30m, PT30M", "8h, PT8H", "2d, PT48H", "8H, PT8H"})
    void timesHaveAUnit(String text, Duration duration) {
        assertThat(with("{time: " + text + "}").budget().duration()).contains(duration);
    }

    @ParameterizedTest
    @CsvSource({"500MB, 500000000", "20GB, 20000000000", "1.5TB, 1500000000000", "20 gb, 20000000000"})
    void sizesHaveAUnit(String text, long bytes) {
        assertThat(with("{disk: " + text + "}").budget().bytes()).hasValue(bytes);
    }

    @Test
    void mistakesAreSaidAtOnceWithTheirLine() {
        String message = catchThrowableOfType(
                        ConfigurationException.class, () -> with("{time: 8 hours, disk: 20G, memory: 2g}"))
                .getMessage();

        assertThat(message)
                .contains(
                        "budget.yaml:15: budget.time: is 8 hours; it must be a whole number of seconds, minutes, hours or days,"
                                + " as in 90s, 30m, 2h or 1d.",
                        "budget.yaml:15: budget.disk: is 20G; it must be a number of megabytes, gigabytes or terabytes, as in"
                                + " 500MB, 20GB or 1.5TB.",
                        "budget.memory: is not a key here");
        assertThat(catchThrowableOfType(ConfigurationException.class, () -> with("{time: 0h}")))
                .hasMessageContaining("budget.time: is 0h, in which nothing can be run.");
    }

    @Test
    void changesNoFigureAndIsWrittenAsItWasRead() {
        Scenario plain = ScenarioSamples.scenario();
        Scenario limited = with("{time: 8h, disk: 20GB}");

        assertThat(limited.budget().text()).isEqualTo("8h, 20GB");
        assertThat(plain.budget().isUnlimited()).isTrue();
        assertThat(ScenarioReader.builtIn()
                        .parse("written", ScenarioFormat.yaml(limited))
                        .scenario())
                .isEqualTo(limited);
        assertThat(TrialWork.of(ScenarioFormat.tree(limited), 1))
                .isEqualTo(TrialWork.of(ScenarioFormat.tree(plain), 1));
    }
}
