package peekbench.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import peekbench.registry.Summary;
import peekbench.result.file.Json;

/**
 * Describes the lines of {@link EventJson} as JSON Schema, draft 2020-12. It is made from the records, as Jackson writes them;
 * {@link peekbench.binding.JsonSchema} describes what a person may write, where defaults are left out and numbers are finite.
 */
public final class EventSchema {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private EventSchema() {}

    /** The schema of one line. */
    public static JsonNode schema() {
        ObjectNode schema = NODES.objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "A line of a Peekbench run, format " + Event.FORMAT);
        ArrayNode events = schema.putArray("anyOf");
        EventJson.records().forEach(record -> events.add(line(record)));
        return schema;
    }

    private static ObjectNode line(Class<?> record) {
        ObjectNode properties = NODES.objectNode();
        properties.putObject(EventJson.NAME).put("const", EventJson.name(record));
        return object(record, properties);
    }

    private static ObjectNode object(Class<?> record, ObjectNode properties) {
        for (RecordComponent component : record.getRecordComponents()) {
            properties.set(Json.key(component.getName()), described(value(component.getGenericType()), component));
        }
        ObjectNode schema = described(NODES.objectNode().put("type", "object"), record);
        schema.set("properties", properties);
        ArrayNode required = schema.putArray("required");
        properties.fieldNames().forEachRemaining(required::add);
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode described(ObjectNode schema, AnnotatedElement element) {
        Optional.ofNullable(element.getAnnotation(Summary.class))
                .ifPresent(summary -> schema.put("description", summary.value()));
        return schema;
    }

    private static ObjectNode value(Type type) {
        if (type instanceof ParameterizedType generic) {
            ObjectNode argument = value(generic.getActualTypeArguments()[0]);
            return generic.getRawType() == List.class
                    ? NODES.objectNode().put("type", "array").set("items", argument)
                    : orNull(argument);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return object(plain, NODES.objectNode());
        }
        if (plain.isEnum()) {
            ArrayNode names = NODES.arrayNode();
            for (Object constant : plain.getEnumConstants()) {
                names.add(Json.tree(constant));
            }
            return NODES.objectNode().put("type", "string").set("enum", names);
        }
        if (plain == Instant.class) {
            return NODES.objectNode().put("type", "string").put("format", "date-time");
        }
        if (plain == double.class) {
            return number();
        }
        return plain == OptionalDouble.class ? orNull(number()) : simple(plain);
    }

    private static ObjectNode simple(Class<?> type) {
        String name = type == String.class ? "string" : type == boolean.class ? "boolean" : "integer";
        return NODES.objectNode().put("type", name);
    }

    /** JSON has no word for what is not finite. */
    private static ObjectNode number() {
        ArrayNode texts = NODES.arrayNode().add("NaN").add("Infinity").add("-Infinity");
        ObjectNode text = NODES.objectNode().set("enum", texts);
        return NODES.objectNode()
                .set(
                        "anyOf",
                        NODES.arrayNode()
                                .add(NODES.objectNode().put("type", "number"))
                                .add(text));
    }

    private static ObjectNode orNull(ObjectNode schema) {
        return NODES.objectNode()
                .set(
                        "anyOf",
                        NODES.arrayNode().add(schema).add(NODES.objectNode().put("type", "null")));
    }
}
