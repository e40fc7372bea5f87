package peekbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peekbench.plan.Plan;

/** Every scenario file of the repository. */
@Tag("slow")
class ShippedScenariosTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ScenarioReader.builtIn().schema().toString());

    static List<Path> files() throws IOException {
        try (Stream<Path> files =
                Files.find(Path.of(""), 2, (path, attributes) -> path.toString().endsWith(".yaml"))) {
            return files.filter(path -> !path.startsWith("target") && !path.startsWith("src"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void areFound() throws IOException {
        assertThat(files()).contains(Path.of("quickstart.yaml"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void canBeReadAndPlanned(Path file) {
        Scenario scenario =
                ScenarioReader.builtIn().read(ScenarioSource.of(file)).scenario();

        assertThat(Plan.of(scenario).trials()).isNotEmpty();
        assertThat(ScenarioReader.builtIn()
                        .parse("again", ScenarioFormat.yaml(scenario))
                        .scenario())
                .isEqualTo(scenario);
    }

    @ParameterizedTest
    @MethodSource("files")
    void haveAQuickVersionThatCanBePlanned(Path file) {
        Scenario scenario =
                ScenarioReader.builtIn().read(ScenarioSource.of(file)).scenario();
        assertThat(scenario.quick()).isNotEmpty();
        assertThat(Plan.of(ScenarioReader.builtIn()
                                .read(ScenarioSource.of(file).inQuick())
                                .scenario())
                        .trials())
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void followTheSchemaAsWrittenAndAsResolved(Path file) throws IOException {
        Scenario scenario =
                ScenarioReader.builtIn().read(ScenarioSource.of(file)).scenario();

        assertThat(SCHEMA.validate(Files.readString(file), InputFormat.YAML)).isEmpty();
        assertThat(SCHEMA.validate(ScenarioFormat.yaml(scenario), InputFormat.YAML))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void areRefusedByTheSchemaWithAnUnknownKey(Path file) throws IOException {
        assertThat(SCHEMA.validate(Files.readString(file) + "\ncut: pool1\n", InputFormat.YAML))
                .isNotEmpty();
    }
}
