package peekbench.data.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What a column of a table gives to the input of a network. */
sealed interface Feature {
    /** How the numbers that it gives are called. */
    List<String> names();

    /** Writes the numbers of a cell, as many as there are {@link #names}. */
    void write(String cell, float[] into, int at);

    static Feature of(ColumnProfile column, Scale scale, char decimal) {
        if (column.isNumeric()) {
            NumberSummary summary = column.summary();
            double divisor = scale.divisor(summary);
            return new Scaled(column.name(), decimal, scale.shift(summary), divisor > 0 ? divisor : 1, summary.mean());
        }
        List<String> categories = column.distinct().stream().sorted().toList();
        Map<String, Integer> places = new HashMap<>();
        IntStream.range(0, categories.size()).forEach(place -> places.put(categories.get(place), place));
        return new OneHot(column.name(), categories, places, column.mostFrequent());
    }

    /**
     * A number, shifted and scaled.
     *
     * @param fill in place of a missing one
     */
    record Scaled(String column, char decimal, double shift, double divisor, double fill) implements Feature {
        @Override
        public List<String> names() {
            return List.of(column);
        }

        @Override
        public void write(String cell, float[] into, int at) {
            double number = Cells.isMissing(cell)
                    ? fill
                    : Cells.number(cell, decimal).orElseThrow(() -> new IllegalStateException("no number: " + cell));
            into[at] = (float) ((number - shift) / divisor);
        }
    }

    /**
     * A word, as 1 at its place and 0 at those of all others.
     *
     * @param fill in place of a missing one
     */
    record OneHot(String column, List<String> categories, Map<String, Integer> places, String fill) implements Feature {
        @Override
        public List<String> names() {
            return categories.stream().map(word -> column + "=" + word).toList();
        }

        @Override
        public void write(String cell, float[] into, int at) {
            Integer place = places.get(Cells.isMissing(cell) ? fill : cell);
            if (place == null) {
                throw new IllegalStateException("The file changed while it was read: " + cell);
            }
            into[at + place] = 1;
        }
    }
}
