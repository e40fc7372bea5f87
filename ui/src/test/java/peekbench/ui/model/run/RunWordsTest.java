package peekbench.ui.model.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunWordsTest {
    @Test
    void trialsAreCalledByWhatTellsThemApart() {
        assertThat(RunWords.shortened(List.of("split-5-pool1-undefended-seed1", "split-5-pool1-nopeek-2-seed1")))
                .containsExactly("undefended-seed1", "nopeek-2-seed1");
        assertThat(RunWords.shortened(List.of("one/a-seed1", "two/a-seed1")))
                .containsExactly("one/a-seed1", "two/a-seed1");
        assertThat(RunWords.shortened(List.of("a-seed1", "a-seed10"))).containsExactly("seed1", "seed10");
        assertThat(RunWords.shortened(List.of("only-seed1"))).containsExactly("only-seed1");
    }

    @ParameterizedTest
    @CsvSource({"3, 10 seconds", "44, 40 seconds", "62, a minute", "150, 3 minutes", "9000, 2.5 hours"})
    void timesAreToldRoughly(double seconds, String text) {
        assertThat(RunWords.about(seconds)).isEqualTo(text);
    }

    @Test
    void aShareIsNeverWholeBeforeItIs() {
        assertThat(RunWords.percent(.999)).isEqualTo("99 %");
    }
}
