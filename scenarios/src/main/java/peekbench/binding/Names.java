package peekbench.binding;

import java.util.Locale;

/** How Java names are written in YAML. */
final class Names {
    private Names() {}

    /** {@code victimTrain} and {@code VictimTrain} become {@code victim-train}. */
    static String ofType(String camelCase) {
        return camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** {@code ROUND_ROBIN} becomes {@code round-robin}. */
    static String ofConstant(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
