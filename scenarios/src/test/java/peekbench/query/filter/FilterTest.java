package peekbench.query.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import peekbench.problem.ConfigurationException;
import peekbench.query.filter.Filter.Condition;
import peekbench.query.filter.Filter.Operator;

class FilterTest {
    @Test
    void readsKeysQuotesComparisonsAndWords() {
        assertThat(Filter.parse(
                                " scenario:matrix  protocol:\"vanilla \\\"split\\\"\" -arm=NoPeek accuracy>=0.7 Training.Epochs<5 pool1 -\"no defense\"")
                        .conditions())
                .containsExactly(
                        new Condition("scenario", Operator.CONTAINS, "matrix", false),
                        new Condition("protocol", Operator.CONTAINS, "vanilla \"split\"", false),
                        new Condition("arm", Operator.EQUAL, "NoPeek", true),
                        new Condition("accuracy", Operator.AT_LEAST, "0.7", false),
                        new Condition("training.epochs", Operator.BELOW, "5", false),
                        new Condition("", Operator.CONTAINS, "pool1", false),
                        new Condition("", Operator.CONTAINS, "no defense", true));
    }

    @Test
    void nothingLetsAllPass() {
        assertThat(Filter.parse("  ")).isEqualTo(Filter.ALL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            value = {
                "arm:\"no def;at character 5, a quote that is not closed",
                "seed:1 arm:;at character 8, nothing behind (arm:)",
                ":nopeek;at character 1, no key before (:)",
                "seed:1 -;at character 8, a hyphen alone"
            })
    void aMistakeIsNamedWithItsPlaceAndAnExample(String text, String message) {
        assertThatThrownBy(() -> Filter.parse(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("The filter (" + text + ") has, " + message)
                .hasMessageContaining("Write it as: protocol:\"vanilla split\" arm:nopeek seed:1 accuracy>0.7");
    }
}
