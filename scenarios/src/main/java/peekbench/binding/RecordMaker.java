package peekbench.binding;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import peekbench.binding.ValueType.Field;
import peekbench.binding.ValueType.Form;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;

/** Makes records from their components and hands on what their constructors complain of. */
final class RecordMaker {
    private static final int PROBES = 3;

    private RecordMaker() {}

    /** The record; nothing after its constructor refused, or when a component is missing. */
    static Optional<Object> make(Form form, Parts parts, Consumer<Problem> complaint) {
        List<Field> missing =
                form.fields().stream().filter(field -> !parts.has(field.key())).toList();
        if (missing.isEmpty()) {
            Outcome outcome = construct(form, parts);
            outcome.problems().forEach(complaint);
            return outcome.made();
        }
        surely(form, parts, missing).forEach(complaint);
        return Optional.empty();
    }

    /**
     * Complaints about the components at hand that the missing ones cannot change: those that the constructor repeats
     * whatever stands in for them.
     */
    private static List<Problem> surely(Form form, Parts parts, List<Field> missing) {
        List<Problem> common = new ArrayList<>();
        for (int probe = 0; probe < PROBES; probe++) {
            Parts filled = new Parts();
            for (Field field : form.fields()) {
                Optional<Object> value =
                        parts.has(field.key()) ? Optional.of(parts.value(field.key())) : standIn(field.type(), probe);
                if (value.isEmpty()) {
                    return List.of();
                }
                filled.put(field.key(), value.get());
            }
            Set<Problem> found = new HashSet<>(construct(form, filled).problems());
            if (probe == 0) {
                common.addAll(construct(form, filled).problems());
            } else {
                common.retainAll(found);
            }
        }
        common.removeIf(problem -> problem.path().isEmpty()
                || missing.stream().anyMatch(field -> problem.path().startsWith(field.key())));
        return common;
    }

    private static Optional<Object> standIn(ValueType type, int probe) {
        if (type instanceof ValueType.Whole whole) {
            return Optional.of(whole.boxed(List.of(1L, 0L, 1_000L).get(probe)));
        }
        if (type instanceof ValueType.Decimal) {
            return Optional.of(List.of(.5, 0., 1e3).get(probe));
        }
        if (type instanceof ValueType.Truth) {
            return Optional.of(probe > 0);
        }
        if (type instanceof ValueType.Constant constant) {
            return Optional.of(
                    constant.constants().get(probe % constant.constants().size()));
        }
        if (type instanceof ValueType.Text || type instanceof ValueType.KnownName) {
            return Optional.of(List.of("a", "", "b").get(probe));
        }
        if (type instanceof ValueType.Sequence) {
            return Optional.of(List.of());
        }
        if (type instanceof ValueType.OneOf choice) {
            List<ValueType.Alternative> alternatives = choice.alternatives();
            return alternatives.isEmpty()
                    ? Optional.empty()
                    : standIn(alternatives.get(probe % alternatives.size()).form());
        }
        return type instanceof Form form ? standIn(form) : Optional.of(Optional.empty());
    }

    /** The first of the probes that the record's constructor takes. */
    private static Optional<Object> standIn(Form form) {
        for (int probe = 0; probe < PROBES; probe++) {
            Parts parts = new Parts();
            for (Field field : form.fields()) {
                int number = probe;
                field.defaultText()
                        .<Object>map(text -> NodeBinding.defaultValue(field, text))
                        .or(() -> standIn(field.type(), number))
                        .ifPresent(value -> parts.put(field.key(), value));
            }
            boolean whole = form.keys().stream().allMatch(parts::has);
            Optional<Object> made = whole ? construct(form, parts).made() : Optional.empty();
            if (made.isPresent()) {
                return made;
            }
        }
        return Optional.empty();
    }

    private record Outcome(Optional<Object> made, List<Problem> problems) {}

    private static Outcome construct(Form form, Parts parts) {
        if (form.constant().isPresent()) {
            return new Outcome(Optional.of(form.constant().get()), List.of());
        }
        List<Object> arguments = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (ValueType.Component component : form.components()) {
            if (component instanceof Field field) {
                arguments.add(parts.value(field.key()));
            } else if (component instanceof ValueType.InlinedForm inlined) {
                Outcome inner = construct(inlined.form(), parts);
                inner.problems().forEach(problem -> problems.add(introduced(problem, inlined, parts)));
                inner.made().or(() -> standIn(inlined.form())).ifPresent(arguments::add);
            }
        }
        if (arguments.size() < form.components().size()) {
            return new Outcome(Optional.empty(), problems);
        }
        Outcome outer = construct(form, arguments.toArray());
        if (problems.isEmpty()) {
            return outer;
        }
        problems.addAll(outer.problems());
        return new Outcome(Optional.empty(), problems);
    }

    /** The mistake of a record that was chosen among several, with the name that it stands beside. */
    private static Problem introduced(Problem problem, ValueType.InlinedForm inlined, Parts parts) {
        if (inlined.chosen().isEmpty()) {
            return problem;
        }
        String whose = inlined.chosen().get() + " (" + parts.value(ValueType.OneOf.NAME) + ")";
        String introduction = problem.path().isEmpty() ? "In " + whose + ": " : "of " + whose + " ";
        return new Problem(problem.location(), problem.path(), introduction + problem.message());
    }

    private static Outcome construct(Form form, Object[] arguments) {
        try {
            Class<?>[] types = Arrays.stream(form.type().getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = form.type().getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new Outcome(Optional.of(constructor.newInstance(arguments)), List.of());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ConfigurationException mistakes) {
                return new Outcome(Optional.empty(), mistakes.problems());
            }
            throw new IllegalStateException(
                    form.type() + " must answer bad options with a ConfigurationException; it got "
                            + Arrays.toString(arguments),
                    e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(form.type() + " cannot be made", e);
        }
    }
}
