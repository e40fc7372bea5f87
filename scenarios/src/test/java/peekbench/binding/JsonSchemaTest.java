package peekbench.binding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonSchemaTest {
    private static final JsonNode SCHEMA = JsonSchema.of(Menu.TYPES.ofRecord(Menu.class), "Menu");

    private static List<Error> violations(String yaml) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SCHEMA.toString())
                .validate(yaml, InputFormat.YAML);
    }

    @Test
    void takesWhatTheBinderTakes() {
        assertThat(violations(Menu.YAML)).isEmpty();
        assertThat(violations(Menu.YAML + "plate: deep-square\nnote: a\nprices: [1, 2.5]\n"))
                .isEmpty();
    }

    @Test
    void refusesWhatTheBinderRefuses() {
        assertThat(violations(Menu.YAML + "hat: 1\n")).isNotEmpty();
        assertThat(violations(Menu.YAML.replace("very-hot", "hot"))).isNotEmpty();
        assertThat(violations(Menu.YAML.replace("courses: 3", "courses: 2.5"))).isNotEmpty();
        assertThat(violations(Menu.YAML.replace("title: lunch", ""))).isNotEmpty();
        assertThat(violations(Menu.YAML.replace("bread", "soup"))).isNotEmpty();
    }

    @Test
    void tellsEditorsDefaultsAndPurposes() {
        assertThat(SCHEMA.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(SCHEMA.path("description").asText()).isEqualTo("what is served");
        assertThat(SCHEMA.at("/properties/serving-size/default").doubleValue()).isEqualTo(1.5);
        assertThat(SCHEMA.at("/properties/title/description").asText()).isEqualTo("heading");
        assertThat(SCHEMA.at("/properties/heat/enum").toString()).isEqualTo("[\"cold\",\"very-hot\"]");
    }
}
