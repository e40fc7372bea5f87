package peekbench.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The page of events is the sample: what it shows is what is read and written. */
class EventJsonTest {
    private static final Path PAGE = Path.of("../docs/events.md");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(EventSchema.schema().toString());

    private static List<String> examples() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("{"))
                .toList();
    }

    @Test
    void thePageHasOneExampleOfEachEventAndNamesTheFormat() throws IOException {
        assertThat(examples())
                .extracting(line ->
                        EventJson.name(EventJson.read(line).orElseThrow().getClass()))
                .containsExactlyInAnyOrderElementsOf(
                        EventJson.records().stream().map(EventJson::name).toList());
        assertThat(PAGE).content().contains("**format " + Event.FORMAT + "**");
    }

    @Test
    void whatIsReadIsWrittenAgain() throws IOException {
        for (String line : examples()) {
            JsonNode written = new ObjectMapper().readTree(line);
            Event event = EventJson.read(line).orElseThrow();
            assertThat(new ObjectMapper().readTree(EventJson.line(event))).isEqualTo(written);
            assertThat(EventJson.read(EventJson.line(event))).contains(event);
        }
    }

    @Test
    void theSchemaTakesEveryLineAndRefusesOthers() throws IOException {
        for (String line : examples()) {
            assertThat(SCHEMA.validate(line, InputFormat.JSON)).as(line).isEmpty();
        }
        for (String wrong : List.of(
                "{\"event\": \"ready\"}",
                "{\"event\": \"reddy\", \"at\": \"2026-01-05T09:30:00.100Z\"}",
                "{\"event\": \"stopping\", \"at\": \"2026-01-05T09:30:00.100Z\", \"how\": \"slowly\"}")) {
            assertThat(SCHEMA.validate(wrong, InputFormat.JSON)).as(wrong).isNotEmpty();
            assertThat(EventJson.read(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void aLineThatWasCutOffOrIsSomethingElseIsNoEvent() {
        String line = EventJson.line(new TrialEvent.Failed(Instant.EPOCH, "a", .5, "b", Optional.empty(), false));
        assertThat(EventJson.read(line)).isPresent();
        for (int length = 0; length < line.length(); length++) {
            assertThat(EventJson.read(line.substring(0, length))).isEmpty();
        }
        for (String other : List.of("Added differentiated op conv2d", "{}", "[1]", "{\"event\": 3}", "null")) {
            assertThat(EventJson.read(other)).as(other).isEmpty();
        }
    }
}
