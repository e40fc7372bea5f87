package peekbench.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {
    @ParameterizedTest
    @CsvSource({"1, 1 min", "60, 1 min", "61, 2 min", "3599, 1 h 0 min", "7500, 2 h 5 min"})
    void whatIsLeftIsRoundedUp(long seconds, String text) {
        assertThat(TimeText.left(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"-5, 0 s", "0, 0 s", "119, 119 s", "120, 2 min", "3600, 1 h 0 min"})
    void whatItTookIsToldToTheSecondAsLongAsThatIsShort(long seconds, String text) {
        assertThat(TimeText.took(Duration.ofSeconds(seconds))).isEqualTo(text);
    }
}
