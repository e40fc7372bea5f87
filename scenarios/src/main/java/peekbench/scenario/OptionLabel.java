package peekbench.scenario;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import peekbench.binding.OptionChanges;
import peekbench.threat.defense.DefenseOptions;
import peekbench.training.ProtocolOptions;

/**
 * What tables, charts and results call protocols and arms: their own label, and behind it every option that is not as usual and
 * that the label does not tell, which is so where it would read the same with another value. So two that differ in any option have two
 * names, whoever wrote the label.
 */
public final class OptionLabel {
    private OptionLabel() {}

    /** A protocol: {@code vanilla split, 2 clients, order round-robin-by-epoch}. */
    public static String of(ProtocolOptions protocol) {
        return whole(protocol, ProtocolOptions.class, ProtocolOptions::label);
    }

    /** A defense: {@code NoPeek CE + 2·dCor}. */
    public static String of(DefenseOptions defense) {
        return whole(defense, DefenseOptions.class, DefenseOptions::label);
    }

    /** Defenses that are applied together. */
    public static String of(List<DefenseOptions> arm) {
        return arm.isEmpty() ? "no defense" : arm.stream().map(OptionLabel::of).collect(Collectors.joining(", then "));
    }

    private static <T> String whole(T options, Class<T> declared, Function<T, String> own) {
        String label = own.apply(options);
        return OptionChanges.of(options, declared).stream()
                .filter(option -> !option.usual()
                        && option.others().stream()
                                .anyMatch(
                                        other -> own.apply(declared.cast(other)).equals(label)))
                .map(OptionLabel::text)
                .collect(Collectors.joining("", label, ""));
    }

    private static String text(OptionChanges.Option option) {
        String key = option.key().replace('-', ' ');
        return ", "
                + switch (option.value()) {
                    case "true" -> key;
                    case "false", "no" -> "no " + key;
                    default -> key + " " + option.value();
                };
    }
}
