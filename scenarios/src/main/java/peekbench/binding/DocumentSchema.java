package peekbench.binding;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a file may have besides the keys of its record: {@code include} and {@code axes}. */
public final class DocumentSchema {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DocumentSchema() {}

    /**
     * The schema of files that describe a record.
     *
     * @param record the record's own schema; it is changed
     */
    public static ObjectNode of(ObjectNode record) {
        ObjectNode properties = record.withObjectProperty("properties");
        properties.set(
                Inclusion.KEY,
                NODES.objectNode()
                        .put("type", "string")
                        .put(
                                "description",
                                "another file, relative to this one; what stands beside replaces what it has"));
        properties.set(Axes.KEY, axes());
        ArrayNode required = record.withArrayProperty("required").deepCopy();
        record.remove("required");
        ArrayNode either = record.putArray("anyOf");
        either.addObject().set("required", NODES.arrayNode().add(Inclusion.KEY).add("name"));
        either.addObject().set("required", NODES.arrayNode().add(Axes.KEY).add("name"));
        either.addObject().set("required", required);
        return record;
    }

    private static ObjectNode axes() {
        ObjectNode range = JsonSchema.value(new TypeModel(List.of(), List.of()).ofRecord(AxisRange.class));
        ObjectNode values = NODES.objectNode().put("type", "array").put("minItems", 1);
        ObjectNode axes = NODES.objectNode()
                .put("type", "object")
                .put(
                        "description",
                        "keys of this file by their path, each with a list of values or a range; every combination is run");
        ObjectNode exclude = axes.putObject("properties")
                .putObject("exclude")
                .put("type", "array")
                .put("description", "combinations that are left out: values of some axes, and a reason");
        exclude.putObject("items").put("type", "object").put("minProperties", 1);
        axes.putObject("additionalProperties").putArray("anyOf").add(values).add(range);
        return axes;
    }
}
