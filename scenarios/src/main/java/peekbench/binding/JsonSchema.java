package peekbench.binding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import peekbench.binding.ValueType.Alternative;
import peekbench.binding.ValueType.Field;
import peekbench.binding.ValueType.Form;
import peekbench.binding.ValueType.OneOf;

/**
 * Describes a record as JSON Schema, draft 2020-12, so that editors complete and check what a person writes.
 *
 * <p>It is made of the same {@link ValueType} that the binder follows, so the two cannot drift apart. A generator such as
 * victools' would read the records a second time, with a module each for kebab-case keys, {@link
 * peekbench.registry.Default}, choices by {@code name} and registries: more code than this, and a second opinion.
 */
public final class JsonSchema {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonSchema() {}

    /**
     * The schema of documents that describe such a record.
     *
     * @param title shown by editors
     */
    public static ObjectNode of(Form form, String title) {
        ObjectNode schema = NODES.objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", title);
        return schema.setAll(object(form));
    }

    static ObjectNode value(ValueType type) {
        if (type instanceof ValueType.Text || type instanceof ValueType.FileText) {
            return NODES.objectNode().put("type", "string");
        }
        if (type instanceof ValueType.KnownName name) {
            return name.unless().isEmpty()
                    ? names(name.names())
                    : NODES.objectNode().put("type", "string").set("examples", texts(name.names()));
        }
        if (type instanceof ValueType.Truth) {
            return NODES.objectNode().put("type", "boolean");
        }
        if (type instanceof ValueType.Whole whole) {
            return NODES.objectNode()
                    .put("type", "integer")
                    .put("minimum", whole.minimum())
                    .put("maximum", whole.maximum());
        }
        if (type instanceof ValueType.Decimal) {
            return NODES.objectNode().put("type", "number");
        }
        if (type instanceof ValueType.Constant constant) {
            return names(constant.names());
        }
        if (type instanceof ValueType.Sequence sequence) {
            return NODES.objectNode().put("type", "array").set("items", value(sequence.element()));
        }
        if (type instanceof ValueType.Maybe maybe) {
            return value(maybe.content());
        }
        return type instanceof OneOf choice ? choice(choice) : object((Form) type);
    }

    private static ObjectNode choice(OneOf choice) {
        ArrayNode options = NODES.arrayNode();
        List<String> alone = new ArrayList<>();
        for (Alternative alternative : choice.alternatives()) {
            options.add(chosen(choice, alternative));
            if (!alternative.form().hasRequiredField()) {
                alone.add(alternative.name());
            }
        }
        if (!alone.isEmpty()) {
            options.add(names(alone));
        }
        return NODES.objectNode().put("description", choice.kind()).set("anyOf", options);
    }

    private static ObjectNode names(List<String> names) {
        return NODES.objectNode().put("type", "string").set("enum", texts(names));
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode list = NODES.arrayNode();
        texts.forEach(list::add);
        return list;
    }

    /** The record's own schema, with the key that chooses it before its others. */
    private static ObjectNode chosen(OneOf choice, Alternative alternative) {
        ObjectNode properties = NODES.objectNode();
        ObjectNode name = NODES.objectNode().put("const", alternative.name()).put("description", alternative.summary());
        properties.set(choice.key(), name);
        return object(alternative.form(), properties, NODES.arrayNode().add(choice.key()));
    }

    private static ObjectNode object(Form form) {
        return object(form, NODES.objectNode(), NODES.arrayNode());
    }

    private static ObjectNode object(Form form, ObjectNode properties, ArrayNode required) {
        for (Field field : form.fields()) {
            properties.set(field.key(), property(field));
            if (field.required()) {
                required.add(field.key());
            }
        }
        ObjectNode schema = NODES.objectNode().put("type", "object");
        form.summary().ifPresent(text -> schema.put("description", text));
        schema.set("properties", properties);
        schema.set("required", required);
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode property(Field field) {
        ObjectNode schema = value(field.type());
        field.summary().ifPresent(text -> schema.put("description", text));
        field.defaultText().ifPresent(text -> schema.set("default", yaml(text)));
        return schema;
    }

    private static JsonNode yaml(String text) {
        return new ObjectMapper().valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
    }
}
