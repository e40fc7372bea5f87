package peekbench.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectTest {
    @ParameterizedTest
    @CsvSource({
        "decoder, ATTACK",
        "decoder-2-without-class-9, ATTACK",
        "decoder@3, DURING_TRAINING",
        "decoder/large, STRENGTH",
        "decoder@3/large, STRENGTH",
        "odd@name, ATTACK",
        "mean-image, FLOOR",
        "mean-image/with-noise, FLOOR",
        "majority-class, FLOOR",
        "untrained-client, REFERENCE",
        "untrained-client/decoder, REFERENCE",
        "identity-client/decoder/large, CEILING",
        "originals, CEILING",
        "smashed-data, MEASUREMENT"
    })
    void isReadAsItIsWritten(String text, Subject.Kind kind) {
        Subject subject = Subject.parse(text);
        assertThat(subject.text()).isEqualTo(text);
        assertThat(subject.kind()).isEqualTo(kind);
    }

    @Test
    void anAttackHasItsPartsByName() {
        Subject.ByAttack decoder = new Subject.ByAttack("decoder");
        assertThat(Subject.parse("decoder")).isEqualTo(decoder);
        assertThat(Subject.parse("decoder@3")).isEqualTo(decoder.after(3));
        assertThat(Subject.parse("decoder@3/large"))
                .isEqualTo(decoder.after(3).at("large"))
                .isEqualTo(new Subject.ByAttack("decoder", OptionalInt.of(3), Optional.of("large")));
    }

    @Test
    void aReferenceCanBelongToAnAttack() {
        assertThat(Subject.parse("untrained-client/decoder")).isEqualTo(Reference.UNTRAINED_CLIENT.of("decoder"));
        assertThat(Reference.UNTRAINED_CLIENT.subject().at("large").text()).isEqualTo("untrained-client/large");
        assertThat(Reference.UNTRAINED_CLIENT.of("decoder").at("large").text())
                .isEqualTo("untrained-client/decoder/large");
    }
}
