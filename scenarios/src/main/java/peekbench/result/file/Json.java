package peekbench.result.file;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import peekbench.evaluation.Score;
import peekbench.evaluation.Subject;
import peekbench.metric.Metric;
import peekbench.threat.observation.TargetSet;

/** How records become the store's JSON: kebab-case keys, ISO times, NaN and infinities as text. */
public final class Json {
    /** Immutable once built, as Jackson's documentation promises. */
    public static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addMixIn(TargetSet.class, Labelled.class)
            .addMixIn(Metric.class, MetricText.class)
            .addMixIn(Subject.class, SubjectText.class)
            .addMixIn(Score.class, ScoreKeys.class)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private Json() {}

    /** A record as the store would write it. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** A value as the store writes it. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A value that the store wrote.
     *
     * @throws IOException when the file cannot be read or holds something else
     */
    public static <T> T read(Path file, TypeReference<T> type) throws IOException {
        return MAPPER.readValue(Files.readAllBytes(file), type);
    }

    /**
     * The record that a tree is of.
     *
     * @throws JsonProcessingException when it is of none
     */
    public static <T> T read(JsonNode tree, Class<T> type) throws JsonProcessingException {
        return MAPPER.treeToValue(tree, type);
    }

    /**
     * The tree of a text.
     *
     * @throws JsonProcessingException when it is no JSON
     */
    public static JsonNode parse(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    /** What a Java name is as a key: {@code run-done} for {@code runDone} and {@code RunDone}. */
    public static String key(String name) {
        return ((PropertyNamingStrategies.NamingBase) PropertyNamingStrategies.KEBAB_CASE).translate(name);
    }

    /** A tree as it looks after writing and reading: what two trees must share to be the same text. */
    public static JsonNode canonical(JsonNode tree) {
        try {
            return MAPPER.readTree(MAPPER.writeValueAsBytes(tree));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Labelled {
        @JsonValue
        String label();
    }

    @JsonSerialize(using = MetricJson.Writer.class)
    @JsonDeserialize(using = MetricJson.Reader.class)
    private interface MetricText {}

    private interface SubjectText {
        @JsonValue
        String text();

        @JsonCreator
        static Subject parse(String text) {
            return Subject.parse(text);
        }
    }

    /** Keys that differ from the components' names, since results have them from before. */
    private interface ScoreKeys {
        @JsonProperty("contestant")
        Subject subject();
    }
}
