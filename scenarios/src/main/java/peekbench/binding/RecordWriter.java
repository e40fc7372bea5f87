package peekbench.binding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import peekbench.binding.ValueType.Field;
import peekbench.binding.ValueType.Form;

/** Writes a record as the tree or the YAML text that {@link RecordBinder} makes an equal record of; defaults are spelled out. */
public final class RecordWriter {
    private static final int LINE_WIDTH = 120;

    private final TypeModel types = TypeModel.forWriting();
    private final boolean withDefaults;

    public RecordWriter() {
        this(true);
    }

    private RecordWriter(boolean withDefaults) {
        this.withDefaults = withDefaults;
    }

    /** The record as a tree of kebab-case keys. */
    public JsonNode tree(Record value) {
        return tree(value, types.ofRecord(value.getClass()));
    }

    /**
     * A choice with its name and the options that differ from their defaults.
     *
     * @param declared the sealed interface or the options interface of a registry
     */
    public JsonNode essentials(Object value, Class<?> declared) {
        return new RecordWriter(false).tree(value, types.of(declared));
    }

    /** The record as YAML. */
    public String yaml(Record value) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.AUTO)
                .setWidth(LINE_WIDTH)
                .build();
        return new Dump(settings).dumpToString(new ObjectMapper().convertValue(tree(value), Object.class));
    }

    JsonNode tree(Object value, ValueType type) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (type instanceof ValueType.Text || type instanceof ValueType.FileText) {
            return nodes.textNode((String) value);
        }
        if (type instanceof ValueType.Truth) {
            return nodes.booleanNode((Boolean) value);
        }
        if (type instanceof ValueType.Whole) {
            return nodes.numberNode(((Number) value).longValue());
        }
        if (type instanceof ValueType.Decimal) {
            return nodes.numberNode((Double) value);
        }
        if (type instanceof ValueType.Constant) {
            return nodes.textNode(Names.ofConstant((Enum<?>) value));
        }
        if (type instanceof ValueType.Sequence sequence) {
            ArrayNode array = nodes.arrayNode();
            ((List<?>) value).forEach(element -> array.add(tree(element, sequence.element())));
            return array;
        }
        if (type instanceof ValueType.Maybe maybe) {
            return ((Optional<?>) value)
                    .map(content -> tree(content, maybe.content()))
                    .orElse(nodes.nullNode());
        }
        if (type instanceof ValueType.OneOf choice) {
            return chosen(value, choice.key(), chosen(value, choice));
        }
        if (type instanceof ValueType.Open open) {
            return chosen(value, ValueType.OneOf.NAME, open.alternative().apply(value.getClass()));
        }
        return fill(nodes.objectNode(), value, (Form) type);
    }

    private JsonNode chosen(Object value, String key, ValueType.Alternative choice) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return choice.form().fields().isEmpty()
                ? nodes.textNode(choice.name())
                : fill(nodes.objectNode().put(key, choice.name()), value, choice.form());
    }

    static ValueType.Alternative chosen(Object value, ValueType.OneOf choice) {
        return choice.alternatives().stream()
                .filter(alternative -> describes(alternative.form(), value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(value + " is none of the " + choice.kind() + " choices "
                        + choice.names() + "; register its record"));
    }

    private static boolean describes(Form form, Object value) {
        if (form.constant().isPresent()) {
            return form.constant().get() == value;
        }
        if (form.type() != value.getClass()) {
            return false;
        }
        RecordComponent[] components = form.type().getRecordComponents();
        for (int i = 0; i < form.components().size(); i++) {
            if (form.components().get(i) instanceof ValueType.InlinedForm inlined
                    && !describes(inlined.form(), component(value, components[i]))) {
                return false;
            }
        }
        return true;
    }

    private ObjectNode fill(ObjectNode object, Object value, Form form) {
        RecordComponent[] components = form.type().getRecordComponents();
        for (int i = 0; i < form.components().size(); i++) {
            Object content = component(value, components[i]);
            if (form.components().get(i) instanceof Field field) {
                fill(object, tree(content, field.type()), field);
            } else if (form.components().get(i) instanceof ValueType.InlinedForm inlined) {
                fill(object, content, inlined.form());
            }
        }
        return object;
    }

    private void fill(ObjectNode object, JsonNode content, Field field) {
        if (!content.isNull() && (withDefaults || !isDefault(content, field))) {
            object.set(field.key(), content);
        }
    }

    private boolean isDefault(JsonNode content, Field field) {
        return field.defaultText()
                .map(text -> tree(NodeBinding.defaultValue(field, text), field.type()))
                .filter(content::equals)
                .isPresent();
    }

    static Object component(Object value, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
