package peekbench.binding;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import peekbench.binding.ValueType.Alternative;
import peekbench.binding.ValueType.Field;
import peekbench.binding.ValueType.Form;
import peekbench.binding.ValueType.OneOf;
import peekbench.registry.ChosenBy;
import peekbench.registry.Default;
import peekbench.registry.Described;
import peekbench.registry.Entry;
import peekbench.registry.FileName;
import peekbench.registry.Inlined;
import peekbench.registry.NameOf;
import peekbench.registry.OptionsProvider;
import peekbench.registry.Registry;
import peekbench.registry.Summary;

/**
 * Reads from records what may be written for them.
 *
 * <p>Supported are text, booleans, int, long, double, enums, lists, optional values, records, sealed interfaces of records
 * (chosen by the kebab-case of the record's simple name, or of an enum's constant, under {@code name} or the key of {@link
 * ChosenBy}) and the options interfaces of registries.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class TypeModel {
    private final List<Choices<?>> choices;
    private final List<Registry<?>> named;
    private final boolean writing;

    /**
     * What may be written where registries offer records.
     *
     * @param choices the options interfaces that can be read
     * @param named what {@link NameOf} can mean
     */
    public TypeModel(List<Choices<?>> choices, List<Registry<?>> named) {
        this(choices, named, false);
    }

    private TypeModel(List<Choices<?>> choices, List<Registry<?>> named, boolean writing) {
        this.choices = List.copyOf(choices);
        this.named = List.copyOf(named);
        this.writing = writing;
    }

    /** For writing only, which needs no registry: a record says itself what it is called. */
    static TypeModel forWriting() {
        return new TypeModel(List.of(), List.of(), true);
    }

    /**
     * The description of a Java type.
     *
     * @throws IllegalArgumentException when a record has a component that YAML cannot be bound to
     */
    public ValueType of(Type type) {
        return of(type, List.of());
    }

    /** @param around the records of sealed interfaces that the type is described for; none of them can hold itself */
    private ValueType of(Type type, List<Class<?>> around) {
        if (type instanceof ParameterizedType generic) {
            ValueType argument = of(generic.getActualTypeArguments()[0], around);
            if (generic.getRawType() == List.class) {
                return new ValueType.Sequence(argument);
            }
            if (generic.getRawType() == Optional.class) {
                return new ValueType.Maybe(argument);
            }
        }
        if (type instanceof Class<?> plain) {
            return ofClass(plain, around);
        }
        throw unsupported(type);
    }

    /** The description of a record. */
    public Form ofRecord(Class<? extends Record> type) {
        return ofRecord(type, List.of());
    }

    private Form ofRecord(Class<? extends Record> type, List<Class<?>> around) {
        return form(type, summary(type), component -> component(component, around));
    }

    private static Form form(
            Class<? extends Record> type,
            Optional<String> summary,
            Function<RecordComponent, ValueType.Component> description) {
        List<ValueType.Component> components =
                Arrays.stream(type.getRecordComponents()).map(description).toList();
        return new Form(type, summary, components, Optional.empty());
    }

    private ValueType.Component component(RecordComponent component, List<Class<?>> around) {
        if (component.isAnnotationPresent(Inlined.class)) {
            Class<? extends Record> type = component.getType().asSubclass(Record.class);
            return new ValueType.InlinedForm(ofRecord(type, around), Optional.empty());
        }
        return new Field(
                Names.ofType(component.getName()),
                Optional.ofNullable(component.getAnnotation(NameOf.class))
                        .map(this::nameOf)
                        .or(() -> fileName(component))
                        .orElseGet(() -> of(component.getGenericType(), around)),
                Optional.ofNullable(component.getAnnotation(Default.class)).map(Default::value),
                Optional.ofNullable(component.getAnnotation(Summary.class)).map(Summary::value));
    }

    private static Optional<ValueType> fileName(RecordComponent component) {
        return Optional.ofNullable(component.getAnnotation(FileName.class))
                .map(annotation -> component.getType() == String.class
                        ? new ValueType.FileText()
                        : new ValueType.Maybe(new ValueType.FileText()));
    }

    private ValueType nameOf(NameOf annotation) {
        return writing
                ? new ValueType.Text()
                : named.stream()
                        .filter(registry -> registry.kind().name().equals(annotation.value()))
                        .map(registry -> new ValueType.KnownName(
                                annotation.value(), registry.names(), List.of(annotation.unless())))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "There is no registry of " + annotation.value() + " entries; name it"));
    }

    private ValueType ofClass(Class<?> type, List<Class<?>> around) {
        Optional<Choices<?>> registered =
                choices.stream().filter(choice -> choice.options() == type).findFirst();
        if (registered.isPresent()) {
            return ofRegistry(registered.get());
        }
        if (type == String.class) {
            return new ValueType.Text();
        }
        if (type == boolean.class || type == Boolean.class) {
            return new ValueType.Truth();
        }
        if (type == int.class || type == Integer.class) {
            return new ValueType.Whole(Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (type == long.class || type == Long.class) {
            return new ValueType.Whole(Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (type == double.class || type == Double.class) {
            return new ValueType.Decimal();
        }
        if (type.isEnum()) {
            return ValueType.ofEnum(type);
        }
        if (type.isRecord()) {
            return ofRecordOrChoice(type.asSubclass(Record.class), around);
        }
        if (type.isSealed()) {
            return ofSealed(type, around);
        }
        if (writing && type.isInterface()) {
            return new ValueType.Open(this::named);
        }
        throw unsupported(type);
    }

    /** A record that inlines one of several is itself one of as many. */
    private ValueType ofRecordOrChoice(Class<? extends Record> type, List<Class<?>> around) {
        Optional<RecordComponent> chosen = Arrays.stream(type.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Inlined.class)
                        && component.getType().isSealed())
                .findFirst();
        if (chosen.isEmpty()) {
            return ofRecord(type, around);
        }
        OneOf choice = ofSealed(chosen.get().getType(), around);
        return new OneOf(
                choice.kind(),
                choice.key(),
                choice.alternatives().stream()
                        .map(alternative -> alternative(
                                choice.key(),
                                alternative.name(),
                                alternative.summary(),
                                form(
                                        type,
                                        alternative.form().summary(),
                                        component -> component
                                                        .getName()
                                                        .equals(chosen.get().getName())
                                                ? new ValueType.InlinedForm(
                                                        alternative.form(), Optional.of(choice.kind()))
                                                : component(component, around))))
                        .toList());
    }

    private OneOf ofRegistry(Choices<?> choice) {
        return new OneOf(
                choice.registry().kind().name(),
                OneOf.NAME,
                choice.registry().entries().stream().map(this::alternative).toList());
    }

    private Alternative alternative(Entry<? extends OptionsProvider<?>> entry) {
        return alternative(
                OneOf.NAME,
                entry.name(),
                entry.summary(),
                ofRecord(record(entry.provider().options())));
    }

    private Alternative named(Class<?> type) {
        return alternative(OneOf.NAME, Described.name(type), summary(type).orElse(""), ofRecord(record(type)));
    }

    private OneOf ofSealed(Class<?> type, List<Class<?>> around) {
        Optional<ChosenBy> way = Optional.ofNullable(type.getAnnotation(ChosenBy.class));
        List<Class<?>> excepted = new ArrayList<>(around);
        way.ifPresent(annotation -> excepted.addAll(List.of(annotation.except())));
        String key = way.map(ChosenBy::value).orElse(OneOf.NAME);
        return new OneOf(
                way.map(ChosenBy::what).orElseGet(() -> Names.ofType(type.getSimpleName())),
                key,
                Arrays.stream(type.getPermittedSubclasses())
                        .filter(permitted -> !excepted.contains(permitted))
                        .flatMap(permitted -> alternatives(key, permitted, around))
                        .toList());
    }

    private Stream<Alternative> alternatives(String key, Class<?> permitted, List<Class<?>> around) {
        if (permitted.isEnum()) {
            return ValueType.ofEnum(permitted).constants().stream().map(TypeModel::alternative);
        }
        List<Class<?>> within = new ArrayList<>(around);
        within.add(permitted);
        return Stream.of(alternative(
                key,
                Names.ofType(permitted.getSimpleName()),
                summary(permitted).orElse(""),
                ofRecord(record(permitted), within)));
    }

    private static Alternative alternative(Enum<?> constant) {
        try {
            Optional<String> summary = summary(constant.getDeclaringClass().getField(constant.name()));
            return new Alternative(
                    Names.ofConstant(constant),
                    summary.orElse(""),
                    new Form(constant.getDeclaringClass(), summary, List.of(), Optional.of(constant)));
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(constant + " is no constant of its own enum", e);
        }
    }

    private static Alternative alternative(String key, String name, String summary, Form form) {
        if (form.keys().contains(key)) {
            throw new IllegalArgumentException(
                    form.type() + " must not have a component (" + key + "): it chooses the record");
        }
        return new Alternative(name, summary, form);
    }

    private static Optional<String> summary(AnnotatedElement type) {
        return Optional.ofNullable(type.getAnnotation(Summary.class)).map(Summary::value);
    }

    private static Class<? extends Record> record(Class<?> type) {
        if (!type.isRecord()) {
            throw unsupported(type);
        }
        return type.asSubclass(Record.class);
    }

    private static IllegalArgumentException unsupported(Type type) {
        return new IllegalArgumentException("YAML cannot be bound to " + type.getTypeName()
                + "; use a record, a list, an optional value, an enum, text, a number, or name its registry");
    }
}
