package peekbench.binding;

import java.util.List;
import java.util.Optional;
import peekbench.binding.ValueType.Field;
import peekbench.binding.ValueType.Form;

/**
 * Values in place of parts that are missing, so that a record's constructor can say what it minds of the others. Those of
 * one type differ as much as they can: what is complained of whichever is taken is not their fault.
 */
final class StandIns {
    /** How many there are of a type. */
    static final int COUNT = 3;

    private static final List<Long> WHOLE_NUMBERS = List.of(1L, 0L, 1_000L);
    private static final List<Double> DECIMALS = List.of(.5, 0., 1e3);
    private static final List<String> TEXTS = List.of("a", "", "b");

    private StandIns() {}

    /** The stand-in of that number; nothing where a record of the type takes none. */
    static Optional<Object> of(ValueType type, int number) {
        if (type instanceof ValueType.Whole whole) {
            return Optional.of(whole.boxed(WHOLE_NUMBERS.get(number)));
        }
        if (type instanceof ValueType.Decimal) {
            return Optional.of(DECIMALS.get(number));
        }
        if (type instanceof ValueType.Truth) {
            return Optional.of(number > 0);
        }
        if (type instanceof ValueType.Constant constant) {
            return Optional.of(
                    constant.constants().get(number % constant.constants().size()));
        }
        if (type instanceof ValueType.Text
                || type instanceof ValueType.FileText
                || type instanceof ValueType.KnownName) {
            return Optional.of(TEXTS.get(number));
        }
        if (type instanceof ValueType.Sequence) {
            return Optional.of(List.of());
        }
        if (type instanceof ValueType.OneOf choice) {
            List<ValueType.Alternative> alternatives = choice.alternatives();
            return alternatives.isEmpty()
                    ? Optional.empty()
                    : of(alternatives.get(number % alternatives.size()).form());
        }
        if (type instanceof ValueType.Maybe maybe) {
            return Optional.of(number == 1 ? of(maybe.content(), number) : Optional.empty());
        }
        return type instanceof Form form ? of(form) : Optional.of(Optional.empty());
    }

    /** The first record of defaults and stand-ins that its constructor takes. */
    static Optional<Object> of(Form form) {
        Parts defaults = new Parts();
        for (Field field : form.fields()) {
            field.defaultText().ifPresent(text -> defaults.put(field.key(), NodeBinding.defaultValue(field, text)));
        }
        for (int number = 0; number < COUNT; number++) {
            Optional<Object> made = parts(form, defaults, number)
                    .flatMap(parts -> RecordMaker.construct(form, parts).made());
            if (made.isPresent()) {
                return made;
            }
        }
        return Optional.empty();
    }

    /** Those parts, and for the missing ones the stand-ins of that number; nothing where a part has none. */
    static Optional<Parts> parts(Form form, Parts known, int number) {
        Parts all = new Parts();
        for (Field field : form.fields()) {
            known.get(field.key(), Object.class)
                    .or(() -> of(field.type(), number))
                    .ifPresent(value -> all.put(field.key(), value));
        }
        return form.keys().stream().allMatch(all::has) ? Optional.of(all) : Optional.empty();
    }
}
