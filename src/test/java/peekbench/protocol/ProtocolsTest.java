package peekbench.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peekbench.registry.Registry;
import peekbench.registry.Sees;
import peekbench.training.ProtocolProvider;

class ProtocolsTest {
    static Stream<Class<?>> records() {
        return Registry.builtIn(ProtocolProvider.KIND).entries().stream()
                .map(entry -> entry.provider().options());
    }

    @ParameterizedTest
    @MethodSource("records")
    void saysWhatEachRoleSees(Class<?> record) {
        Sees[] roles = record.getAnnotationsByType(Sees.class);

        assertThat(roles).isNotEmpty();
        assertThat(Arrays.stream(roles).map(Sees::role)).doesNotHaveDuplicates();
    }
}
