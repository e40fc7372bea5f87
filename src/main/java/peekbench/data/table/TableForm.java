package peekbench.data.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problems;
import peekbench.registry.Default;
import peekbench.registry.Summary;

/**
 * How a table is written, and how its cells become numbers.
 *
 * @param missing what is done about cells without a value
 * @param scale of columns of numbers
 * @param delimiter between cells; found where it is not given
 * @param decimal sign of numbers; found where it is not given
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record TableForm(
        @Default("refuse") @Summary("what is done about cells without a value")
        Missing missing,

        @Default("standard") @Summary("how inputs that are numbers are scaled")
        Scale scale,

        @Summary("between cells, as \";\"; if not given, found in the line of names")
        Optional<String> delimiter,

        @Summary("sign in numbers, \".\" or \",\"; if not given, found in the first rows")
        Optional<String> decimal) {
    /** Everything as it is if nothing is said. */
    public static final TableForm USUAL =
            new TableForm(Missing.REFUSE, Scale.STANDARD, Optional.empty(), Optional.empty());

    private static final int ROWS_LOOKED_AT = 1000;
    private static final Pattern COMMA = Pattern.compile("[-+]?[0-9]+(,[0-9]+)+");
    private static final Pattern POINT = Pattern.compile("[-+]?[0-9]*\\.[0-9]+");
    private static final Pattern THOUSANDS = Pattern.compile("[-+]?[1-9][0-9]{0,2}(,[0-9]{3})+");

    public TableForm {
        Problems problems = new Problems();
        delimiter
                .filter(text -> text.length() != 1)
                .ifPresent(text ->
                        problems.add("delimiter", "is (" + text + "); it must be one character, as \";\" or \"\\t\"."));
        decimal.ifPresent(sign -> problems.oneOf("decimal", sign, List.of(".", ",")));
        problems.throwIfAny();
    }

    /** The delimiter, where it is given. */
    public Optional<Character> delimiterSign() {
        return delimiter.map(text -> text.charAt(0));
    }

    /**
     * The decimal sign; where it is not given, the one that more of the first cells have between digits.
     *
     * @throws ConfigurationException when commas may as well stand between thousands
     */
    char decimalSign(CsvFile csv) {
        return decimal.map(sign -> sign.charAt(0)).orElseGet(() -> {
            List<String> commas = new ArrayList<>();
            int points = 0;
            for (CsvRow row : csv.first(ROWS_LOOKED_AT)) {
                for (int column = 0; column < csv.columns().size(); column++) {
                    String cell = row.cell(column);
                    if (COMMA.matcher(cell).matches()) {
                        commas.add(cell);
                    } else if (POINT.matcher(cell).matches()) {
                        points++;
                    }
                }
            }
            if (commas.size() <= points) {
                return '.';
            }
            if (commas.stream().allMatch(cell -> THOUSANDS.matcher(cell).matches())) {
                throw new ConfigurationException("The numbers of table (" + csv.path() + "), such as (" + commas.get(0)
                        + "), may have a decimal comma or commas between thousands. Say decimal: \",\" for the first; for"
                        + " the second, remove the commas.");
            }
            return ',';
        });
    }
}
