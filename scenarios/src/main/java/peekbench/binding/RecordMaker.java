package peekbench.binding;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import peekbench.binding.ValueType.Field;
import peekbench.binding.ValueType.Form;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;

/** Makes records from their components and hands on what their constructors complain of. */
final class RecordMaker {
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
     * whatever stands in for them. What a record checks is in its constructor alone, see decision 14. A constructor that breaks
     * on a stand-in says nothing, so that the user still reads what is missing.
     */
    private static List<Problem> surely(Form form, Parts parts, List<Field> missing) {
        try {
            return repeated(form, parts, missing);
        } catch (BrokenConstructorException e) {
            return List.of();
        }
    }

    private static List<Problem> repeated(Form form, Parts parts, List<Field> missing) {
        List<List<Problem>> complaints = IntStream.range(0, StandIns.COUNT)
                .mapToObj(number -> StandIns.parts(form, parts, number))
                .flatMap(Optional::stream)
                .map(filled -> construct(form, filled).problems())
                .toList();
        if (complaints.size() < StandIns.COUNT) {
            return List.of();
        }
        return complaints.get(0).stream()
                .filter(problem -> complaints.stream().allMatch(others -> others.contains(problem)))
                .filter(problem -> !problem.path().isEmpty())
                .filter(problem ->
                        missing.stream().noneMatch(field -> problem.path().startsWith(field.key())))
                .toList();
    }

    /** What a constructor answers: a record, or what it minds. */
    record Outcome(Optional<Object> made, List<Problem> problems) {}

    static Outcome construct(Form form, Parts parts) {
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
                inner.made().or(() -> StandIns.of(inlined.form())).ifPresent(arguments::add);
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

    /** The record of these components; nothing where its constructor refuses or breaks. */
    static Optional<Object> taken(Form form, Object... arguments) {
        try {
            return construct(form, arguments).made();
        } catch (BrokenConstructorException e) {
            return Optional.empty();
        }
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
            throw new BrokenConstructorException(
                    form.type() + " must answer bad options with a ConfigurationException; it got "
                            + Arrays.toString(arguments),
                    e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(form.type() + " cannot be made", e);
        }
    }

    /** A constructor threw something else than a complaint. */
    private static final class BrokenConstructorException extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        BrokenConstructorException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
