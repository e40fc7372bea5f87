package peekbench.binding;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import peekbench.binding.ValueType.Field;
import peekbench.binding.ValueType.Form;

/** Finds for each option of a record, those of records within it too, what the record would be if that one option were otherwise. */
public final class OptionChanges {
    private static final TypeModel TYPES = TypeModel.forWriting();
    private static final RecordWriter WRITER = new RecordWriter();

    private final List<Option> found = new ArrayList<>();

    private OptionChanges() {}

    /**
     * An option of a record.
     *
     * @param key as in a scenario, without those that it stands below
     * @param value for a person; {@code no} for what is left out
     * @param usual whether that is its default
     * @param others the record with other values of this option: its default first, then some that differ much; those that its
     *     constructor refuses are left out
     */
    public record Option(String key, String value, boolean usual, List<Object> others) {
        public Option {
            others = List.copyOf(others);
        }
    }

    /** What replaces a part, as the whole record; nothing where a constructor refuses it. */
    private interface Rebuilt extends Function<Object, Optional<Object>> {}

    /**
     * The options of a record, in their order.
     *
     * @param declared the sealed interface or the options interface of a registry
     */
    public static List<Option> of(Object value, Class<?> declared) {
        OptionChanges changes = new OptionChanges();
        changes.within(value, TYPES.of(declared), Optional::of);
        return changes.found;
    }

    private void within(Object value, ValueType type, Rebuilt whole) {
        if (type instanceof ValueType.OneOf choice) {
            ofRecord(value, RecordWriter.chosen(value, choice).form(), whole);
        } else if (type instanceof ValueType.Open open) {
            ofRecord(value, open.alternative().apply(value.getClass()).form(), whole);
        } else if (type instanceof Form form) {
            ofRecord(value, form, whole);
        } else if (type instanceof ValueType.Maybe maybe) {
            ((Optional<?>) value)
                    .ifPresent(content -> within(content, maybe.content(), other -> whole.apply(Optional.of(other))));
        } else if (type instanceof ValueType.Sequence sequence) {
            List<?> elements = (List<?>) value;
            for (int place = 0; place < elements.size(); place++) {
                int changed = place;
                within(elements.get(place), sequence.element(), other -> {
                    List<Object> all = new ArrayList<>(elements);
                    all.set(changed, other);
                    return whole.apply(List.copyOf(all));
                });
            }
        }
    }

    private void ofRecord(Object value, Form form, Rebuilt whole) {
        RecordComponent[] components = form.constant().isPresent()
                ? new RecordComponent[0]
                : form.type().getRecordComponents();
        Object[] contents = Stream.of(components)
                .map(component -> RecordWriter.component(value, component))
                .toArray();
        for (int i = 0; i < components.length; i++) {
            int changed = i;
            Rebuilt around = other -> {
                Object[] arguments = contents.clone();
                arguments[changed] = other;
                return RecordMaker.taken(form, arguments).flatMap(whole);
            };
            if (form.components().get(i) instanceof ValueType.InlinedForm inlined) {
                ofRecord(contents[i], inlined.form(), around);
            } else if (form.components().get(i) instanceof Field field) {
                if (!(field.type() instanceof Form)) {
                    found.add(option(contents[i], field, around));
                }
                within(contents[i], field.type(), around);
            }
        }
    }

    private static Option option(Object value, Field field, Rebuilt whole) {
        Optional<Object> usual = usual(field);
        Set<Object> values = new LinkedHashSet<>(usual.stream().toList());
        values.addAll(others(value, field.type()));
        values.remove(value);
        return new Option(
                field.key(),
                text(WRITER.tree(value, field.type())),
                usual.filter(value::equals).isPresent(),
                values.stream().map(whole).flatMap(Optional::stream).toList());
    }

    private static Optional<Object> usual(Field field) {
        return field.defaultText()
                .map(text -> NodeBinding.defaultValue(field, text))
                .or(() -> field.type() instanceof ValueType.Maybe ? Optional.of(Optional.empty()) : Optional.empty());
    }

    /** Values that differ by more than rounding. */
    private static List<Object> others(Object value, ValueType type) {
        if (type instanceof ValueType.Whole whole) {
            long number = ((Number) value).longValue();
            return Stream.of(number + 1, number - 1, 2 * number, number / 2)
                    .filter(other -> other >= whole.minimum() && other <= whole.maximum())
                    .map(whole::boxed)
                    .toList();
        }
        if (type instanceof ValueType.Decimal) {
            double number = (Double) value;
            return List.of(number / 2, 2 * number, number + 1, (number + 1) / 2);
        }
        if (type instanceof ValueType.Truth) {
            return List.of(!(Boolean) value);
        }
        if (type instanceof ValueType.Constant constant) {
            return List.copyOf(constant.constants());
        }
        if (type instanceof ValueType.Text
                || type instanceof ValueType.FileText
                || type instanceof ValueType.KnownName) {
            return List.of(value + "x");
        }
        if (type instanceof ValueType.Sequence) {
            List<?> elements = (List<?>) value;
            return elements.isEmpty()
                    ? List.of()
                    : List.of(
                            elements.subList(1, elements.size()),
                            Stream.concat(elements.stream(), Stream.of(elements.get(0)))
                                    .toList());
        }
        if (type instanceof ValueType.Maybe maybe) {
            return ((Optional<?>) value).isPresent()
                    ? List.of()
                    : standIns(maybe.content()).<Object>map(Optional::of).toList();
        }
        return type instanceof ValueType.OneOf ? standIns(type).toList() : List.of();
    }

    private static Stream<Object> standIns(ValueType type) {
        Stream<Optional<Object>> made = type instanceof ValueType.OneOf choice
                ? choice.alternatives().stream().map(alternative -> StandIns.of(alternative.form()))
                : Stream.iterate(0, number -> number < StandIns.COUNT, number -> number + 1)
                        .map(number -> StandIns.of(type, number));
        return made.flatMap(Optional::stream);
    }

    private static String text(JsonNode value) {
        if (value.isObject()) {
            return text(value.elements().next());
        }
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(OptionChanges::text)
                    .collect(Collectors.joining(" "));
        }
        return value.isNull() ? "no" : value.asText();
    }
}
