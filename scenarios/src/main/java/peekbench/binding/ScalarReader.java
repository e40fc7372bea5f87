package peekbench.binding;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import peekbench.binding.ValueType.Constant;
import peekbench.binding.ValueType.Whole;
import peekbench.problem.NearestName;

/** Reads single values. What is wrong is said to the given consumer, as a sentence that starts with "is". */
final class ScalarReader {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,9})?");
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.?(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);
    private static final int MOST_DIGITS = 20;

    private ScalarReader() {}

    /** A value of that type, one of text, truth, whole, decimal and constant; nothing after saying why. */
    static Optional<Object> read(ScalarNode node, ValueType type, Consumer<String> mistake) {
        String text = node.getValue();
        if (type instanceof ValueType.FileText) {
            return Optional.of(NearFile.of(node));
        }
        if (type instanceof ValueType.Text || type instanceof ValueType.KnownName) {
            return Optional.of(text);
        }
        if (type instanceof Constant constant) {
            return constant(text, constant, mistake);
        }
        if (!node.isPlain()) {
            mistake.accept("is text in quotes (" + text + "); it must be " + type.expectation() + ", without quotes.");
            return Optional.empty();
        }
        if (type instanceof ValueType.Truth) {
            return truth(text, mistake);
        }
        return number(text, type, mistake);
    }

    private static Optional<Object> constant(String text, Constant constant, Consumer<String> mistake) {
        for (Enum<?> candidate : constant.constants()) {
            if (Names.ofConstant(candidate).equals(text)) {
                return Optional.of(candidate);
            }
        }
        mistake.accept("is " + text + "; it must be " + constant.expectation() + "."
                + NearestName.hint(text, constant.names()));
        return Optional.empty();
    }

    private static Optional<Object> truth(String text, Consumer<String> mistake) {
        if (text.equals("true") || text.equals("false")) {
            return Optional.of(Boolean.valueOf(text));
        }
        mistake.accept("is " + text + "; it must be true or false.");
        return Optional.empty();
    }

    private static Optional<Object> number(String text, ValueType type, Consumer<String> mistake) {
        if (!NUMBER.matcher(text).matches()) {
            String why = NOT_FINITE.matcher(text).matches() ? "" : thousands(text, type);
            mistake.accept("is " + text + "; it must be " + type.expectation() + "." + why);
            return Optional.empty();
        }
        return type instanceof Whole whole ? whole(text, whole, mistake) : decimal(text, mistake);
    }

    private static String thousands(String text, ValueType type) {
        return text.matches("[0-9]{1,3}([_,' ][0-9]{3})+")
                ? " Maybe you meant " + text.replaceAll("[^0-9]", "") + "."
                : type instanceof Whole || !text.matches("[-+]?[0-9]*,[0-9]+")
                        ? ""
                        : " Maybe you meant " + text.replace(',', '.') + ".";
    }

    private static Optional<Object> whole(String text, Whole type, Consumer<String> mistake) {
        BigDecimal exact = new BigDecimal(text);
        // Asked before the value is written out: 1e999999999 would fill the memory.
        boolean tooLarge = exact.signum() != 0 && (long) exact.precision() - exact.scale() > MOST_DIGITS;
        if (!tooLarge && exact.stripTrailingZeros().scale() > 0) {
            mistake.accept("is " + text + "; it must be a whole number, without a fraction.");
            return Optional.empty();
        }
        if (tooLarge
                || exact.compareTo(BigDecimal.valueOf(type.minimum())) < 0
                || exact.compareTo(BigDecimal.valueOf(type.maximum())) > 0) {
            mistake.accept(String.format(
                    Locale.ROOT,
                    "is %s; it must be a whole number from %d to %d.",
                    text,
                    type.minimum(),
                    type.maximum()));
            return Optional.empty();
        }
        return Optional.of(type.boxed(exact.longValueExact()));
    }

    private static Optional<Object> decimal(String text, Consumer<String> mistake) {
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            mistake.accept("is " + text + ", which is too large; it must be a finite number of at most "
                    + Double.MAX_VALUE + " in size.");
            return Optional.empty();
        }
        return Optional.of(value);
    }
}
