package peekbench.binding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;

/** What may be written at a place of a YAML document; the binder, the writer and the schema all follow it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public sealed interface ValueType {

    /** Any text. */
    record Text() implements ValueType {}

    /**
     * Text that names something in the catalogue.
     *
     * @param kind in the singular
     * @param names that there are
     * @param unless keys beside it that allow any other name
     */
    record KnownName(String kind, List<String> names, List<String> unless) implements ValueType {
        public KnownName {
            names = List.copyOf(names);
            unless = List.copyOf(unless);
        }
    }

    /** Text that names a file. */
    record FileText() implements ValueType {}

    /** {@code true} or {@code false}. */
    record Truth() implements ValueType {}

    /** A whole number of a Java type. */
    record Whole(long minimum, long maximum) implements ValueType {
        /** The number as the Java type that has this range. */
        Object boxed(long number) {
            return maximum == Long.MAX_VALUE ? (Object) number : (Object) Math.toIntExact(number);
        }
    }

    /** A finite number. */
    record Decimal() implements ValueType {}

    /** One of an enum's constants, by its kebab-case name. */
    record Constant(List<Enum<?>> constants) implements ValueType {
        public Constant {
            constants = List.copyOf(constants);
        }

        /** What may be written. */
        public List<String> names() {
            return constants.stream().map(Names::ofConstant).toList();
        }
    }

    /** Any number of values of one type. */
    record Sequence(ValueType element) implements ValueType {}

    /** A value that may be left out. */
    record Maybe(ValueType content) implements ValueType {}

    /**
     * A record: a mapping from keys to values.
     *
     * @param constant what is meant without any keys, where it is an enum's constant and no record
     */
    record Form(Class<?> type, Optional<String> summary, List<Component> components, Optional<Enum<?>> constant)
            implements ValueType {
        /** @throws IllegalArgumentException when a record that is inlined has a key of another component */
        public Form {
            components = List.copyOf(components);
            List<String> keys = keys(components);
            if (keys.stream().distinct().count() < keys.size()) {
                throw new IllegalArgumentException(type + " and what it inlines have a key in common: " + keys);
            }
        }

        /** What may be written, in the order of the components. */
        public List<Field> fields() {
            return components.stream()
                    .flatMap(component -> component.fields().stream())
                    .toList();
        }

        /** The keys of {@link #fields}. */
        public List<String> keys() {
            return keys(components);
        }

        private static List<String> keys(List<Component> components) {
            return components.stream()
                    .flatMap(component -> component.fields().stream())
                    .map(Field::key)
                    .toList();
        }

        boolean hasRequiredField() {
            return fields().stream().anyMatch(Field::required);
        }
    }

    /** A component of a record, as it is written. */
    sealed interface Component {
        List<Field> fields();
    }

    /**
     * A record whose components are written beside those of the record that it is in.
     *
     * @param chosen what it is, where it was chosen among several: it is named in its mistakes
     */
    record InlinedForm(Form form, Optional<String> chosen) implements Component {
        @Override
        public List<Field> fields() {
            return form.fields();
        }
    }

    /** One of several records, chosen by what stands under a key. */
    record OneOf(String kind, String key, List<Alternative> alternatives) implements ValueType {
        /** The key that holds the name of the chosen record, unless its interface says otherwise. */
        static final String NAME = "name";

        public OneOf {
            alternatives = List.copyOf(alternatives);
        }

        /** What may stand under the key. */
        public List<String> names() {
            return alternatives.stream().map(Alternative::name).toList();
        }

        Optional<Alternative> named(String name) {
            return alternatives.stream()
                    .filter(alternative -> alternative.name().equals(name))
                    .findFirst();
        }
    }

    /** One record of a kind whose registry nobody needs for writing it. */
    record Open(Function<Class<?>, Alternative> alternative) implements ValueType {}

    /** A choice of {@link OneOf}. */
    record Alternative(String name, String summary, Form form) {}

    /** A key and what may stand there. */
    record Field(String key, ValueType type, Optional<String> defaultText, Optional<String> summary)
            implements Component {
        @Override
        public List<Field> fields() {
            return List.of(this);
        }

        /** Whether it must be written. */
        public boolean required() {
            return defaultText.isEmpty() && !(type instanceof Maybe);
        }
    }

    /** What is expected, for messages: {@code a whole number}. */
    default String expectation() {
        if (this instanceof Text) {
            return "text";
        }
        if (this instanceof FileText) {
            return "the path of a file";
        }
        if (this instanceof KnownName name) {
            return "the name of a " + name.kind();
        }
        if (this instanceof Truth) {
            return "true or false";
        }
        if (this instanceof Whole) {
            return "a whole number";
        }
        if (this instanceof Decimal) {
            return "a finite number";
        }
        if (this instanceof Constant constant) {
            return "one of " + String.join(", ", constant.names());
        }
        if (this instanceof Sequence) {
            return "a list, as in [a, b]";
        }
        if (this instanceof Maybe maybe) {
            return maybe.content().expectation();
        }
        if (this instanceof OneOf choice) {
            return "one of " + String.join(", ", choice.names());
        }
        return "a mapping with the keys " + String.join(", ", ((Form) this).keys());
    }

    /** The constants of an enum. */
    static Constant ofEnum(Class<?> type) {
        return new Constant(Arrays.stream(type.getEnumConstants())
                .<Enum<?>>map(constant -> (Enum<?>) constant)
                .toList());
    }
}
