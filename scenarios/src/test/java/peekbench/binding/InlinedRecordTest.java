package peekbench.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Inlined;

/** Records whose components are written beside those of the record that they are in. */
class InlinedRecordTest {
    private static final TypeModel TYPES = new TypeModel(List.of(), List.of());

    record Trip(@Inlined Way way, @Default("1") int travellers) {
        Trip {
            Problems problems = new Problems();
            problems.atLeast("travellers", travellers, 1);
            problems.throwIfAny();
        }
    }

    record Way(double length, @Default("true") boolean paved) {
        Way {
            Problems problems = new Problems();
            problems.positive("length", length);
            problems.throwIfAny();
        }
    }

    record Clash(@Inlined Way way, double length) {}

    private static Trip bind(String yaml) {
        return new RecordBinder(TYPES).bind(YamlDocument.parse("trip.yaml", yaml), Trip.class, (parts, problems) -> {});
    }

    private static List<String> mistakes(String yaml) {
        return catchThrowableOfType(ConfigurationException.class, () -> bind(yaml)).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void readsAndWritesItsKeysAmongTheOthers() {
        Trip trip = bind("{length: 2.5, travellers: 3}");
        assertThat(trip).isEqualTo(new Trip(new Way(2.5, true), 3));
        RecordWriter writer = new RecordWriter();
        assertThat(writer.tree(trip)).hasToString("{\"length\":2.5,\"paved\":true,\"travellers\":3}");
        assertThat(bind(writer.yaml(trip))).isEqualTo(trip);
    }

    @Test
    void reportsMistakesOfBothRecordsAtOnce() {
        assertThat(mistakes("{length: -1, travellers: 0}"))
                .containsExactly(
                        "trip.yaml:1: length: is -1.0; it must be a finite number greater than 0.",
                        "trip.yaml:1: travellers: is 0; it must be at least 1.");
        assertThat(mistakes("{length: far, travellers: 0}"))
                .containsExactly(
                        "trip.yaml:1: length: is far; it must be a finite number.",
                        "trip.yaml:1: travellers: is 0; it must be at least 1.");
        assertThat(mistakes("{length: 1, way: 2}"))
                .containsExactly("trip.yaml:1: way: is not a key here; the keys are length, paved, travellers.");
    }

    @Test
    void schemaHasItsKeysAmongTheOthers() {
        JsonNode schema = JsonSchema.of(TYPES.ofRecord(Trip.class), "Trip");
        assertThat(schema.path("properties").fieldNames())
                .toIterable()
                .containsExactly("length", "paved", "travellers");
        assertThat(schema.path("required")).hasToString("[\"length\"]");
    }

    @Test
    void aKeyThatBothRecordsHaveIsRefused() {
        assertThatThrownBy(() -> TYPES.ofRecord(Clash.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("have a key in common: [length, paved, length]");
    }
}
