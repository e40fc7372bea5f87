package peekbench.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peekbench.registry.Catalogued;
import peekbench.registry.Sees;
import peekbench.training.ProtocolOptions;

class ProtocolsTest {
    static Stream<Catalogued<? extends ProtocolOptions>> entries() {
        return Protocols.REGISTRY.entries().stream();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void saysWhatEachRoleSees(Catalogued<? extends ProtocolOptions> entry) {
        Sees[] roles = entry.options().getAnnotationsByType(Sees.class);

        assertThat(roles).isNotEmpty();
        assertThat(Arrays.stream(roles).map(Sees::role)).doesNotHaveDuplicates();
    }
}
