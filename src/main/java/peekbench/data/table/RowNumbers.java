package peekbench.data.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Finds columns without a name that number the rows from 0 or 1, as pandas writes them. */
final class RowNumbers {
    /** The number that is expected next; the column is gone when another one came. */
    private final Map<Integer, Double> next = new HashMap<>();

    private boolean begun;

    RowNumbers(List<String> columns) {
        IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).startsWith(CsvFile.UNNAMED))
                .forEach(column -> next.put(column, 0.));
    }

    void add(CsvRow row) {
        boolean first = !begun;
        begun = true;
        next.entrySet().removeIf(entry -> {
            OptionalDouble number = Cells.number(row.cell(entry.getKey()), '.');
            double expected = first && number.orElse(0) == 1 ? 1 : entry.getValue();
            entry.setValue(expected + 1);
            return number.isEmpty() || number.getAsDouble() != expected;
        });
    }

    List<Integer> columns() {
        return begun ? List.copyOf(next.keySet()) : List.of();
    }
}
