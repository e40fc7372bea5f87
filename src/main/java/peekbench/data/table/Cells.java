package peekbench.data.table;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/** What single cells mean. */
final class Cells {
    /** What programs write where they have no value. */
    private static final Set<String> MISSING =
            Set.of("", "NA", "N/A", "n/a", "NaN", "nan", "NULL", "null", "None", "?");

    private static final int LONGEST_MISSING = 4;
    private static final Set<String> INFINITE = Set.of("inf", "-inf", "+inf", "infinity", "-infinity", "+infinity");

    private Cells() {}

    static boolean isMissing(String cell) {
        return cell.length() <= LONGEST_MISSING && MISSING.contains(cell);
    }

    static boolean isInfinite(String cell) {
        return !cell.isEmpty() && INFINITE.contains(cell.toLowerCase(Locale.ROOT));
    }

    /** The number that a cell is; none where it is text. A number beyond the largest double comes out infinite. */
    static OptionalDouble number(String cell, char decimal) {
        if (cell.isEmpty()) {
            return OptionalDouble.empty();
        }
        boolean digits = false;
        for (int at = 0; at < cell.length(); at++) {
            char letter = cell.charAt(at);
            if (letter >= '0' && letter <= '9') {
                digits = true;
            } else if (letter != decimal && letter != '-' && letter != '+' && letter != 'e' && letter != 'E') {
                return OptionalDouble.empty();
            }
        }
        if (!digits) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Double.parseDouble(decimal == '.' ? cell : cell.replace(decimal, '.')));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
