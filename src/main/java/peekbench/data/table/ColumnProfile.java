package peekbench.data.table;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/** Learns what a column holds, cell by cell. */
public final class ColumnProfile {
    /** More different words are no categories. */
    static final int MOST_CATEGORIES = 100;

    /** Distinct texts are counted up to here; a column of more holds no classes either. */
    private static final int MOST_COUNTED = 1001;

    private final String name;
    private final char decimal;
    private final boolean asWords;
    private final StandardDeviation spread = new StandardDeviation();
    private final Map<String, Long> texts = new LinkedHashMap<>();
    private double mean;
    private double smallest = Double.POSITIVE_INFINITY;
    private double largest = Double.NEGATIVE_INFINITY;
    private long numbers;
    private long words;
    private long missing;
    private long firstMissing;
    private Optional<Odd> firstWord = Optional.empty();
    private Optional<Odd> unbounded = Optional.empty();
    private boolean counting = true;
    private boolean whole = true;
    private long rows;

    /**
     * A cell that stands out.
     *
     * @param line of the file
     * @param text in the cell
     */
    public record Odd(long line, String text) {}

    /** @param asWords whether numbers count as words */
    ColumnProfile(String name, char decimal, boolean asWords) {
        this.name = name;
        this.decimal = decimal;
        this.asWords = asWords;
    }

    /** @param scales whether the number counts for mean and range, as those of the training part do */
    void add(CsvRow row, int column, boolean scales) {
        String cell = row.cell(column);
        rows++;
        if (Cells.isMissing(cell)) {
            firstMissing = missing++ == 0 ? row.line() : firstMissing;
            return;
        }
        OptionalDouble number = asWords ? OptionalDouble.empty() : Cells.number(cell, decimal);
        if (number.isPresent()) {
            number(row, cell, number.getAsDouble(), scales);
        } else {
            if (!asWords && Cells.isInfinite(cell)) {
                unbounded = unbounded.or(() -> Optional.of(new Odd(row.line(), cell)));
            }
            words++;
            if (firstWord.isEmpty()) {
                firstWord = Optional.of(new Odd(row.line(), cell));
            }
            count(cell);
        }
    }

    /** Takes note of a missing cell in a row that is left out. */
    void addMissing(CsvRow row, int column) {
        if (Cells.isMissing(row.cell(column))) {
            rows++;
            firstMissing = missing++ == 0 ? row.line() : firstMissing;
        }
    }

    private void number(CsvRow row, String cell, double value, boolean scales) {
        numbers++;
        whole &= value == Math.rint(value);
        if (Math.abs(value) > Float.MAX_VALUE && unbounded.isEmpty()) {
            unbounded = Optional.of(new Odd(row.line(), cell));
        }
        if (scales) {
            spread.increment(value);
            mean += (value - mean) / spread.getN();
            smallest = Math.min(smallest, value);
            largest = Math.max(largest, value);
        }
    }

    private void count(String text) {
        if (counting) {
            texts.merge(text, 1L, Long::sum);
            counting = texts.size() < MOST_COUNTED;
        }
    }

    public String name() {
        return name;
    }

    /** Cells, those without a value included. */
    public long rows() {
        return rows;
    }

    /** Cells without a value. */
    public long missing() {
        return missing;
    }

    /** The line of the first cell without a value; 0 where all have one. */
    public long firstMissing() {
        return firstMissing;
    }

    /** Whether every cell with a value holds a number. */
    public boolean isNumeric() {
        return words == 0 && numbers > 0;
    }

    /** Whether every cell with a value holds a whole number. */
    public boolean isWhole() {
        return isNumeric() && whole;
    }

    /** Whether some cells hold numbers and others do not. */
    public boolean isMixed() {
        return words > 0 && numbers > 0;
    }

    /** The first cell that holds text. */
    public Optional<Odd> firstWord() {
        return firstWord;
    }

    /** The first cell whose number is infinite, or larger than a network's numbers can be. */
    public Optional<Odd> unbounded() {
        return unbounded;
    }

    /** Different texts, in the order in which they come; no more than {@code 1001}. */
    public List<String> distinct() {
        return List.copyOf(texts.keySet());
    }

    /** How often each text comes; meaningless where there are more than can be classes. */
    public Map<String, Long> counts() {
        return Map.copyOf(texts);
    }

    /** Whether it holds few enough texts to be categories. */
    public boolean isCategorical() {
        return words > 0 && texts.size() <= MOST_CATEGORIES;
    }

    /** Whether its texts are so many that they were no longer counted. */
    public boolean isUncounted() {
        return !counting;
    }

    /** The text that comes most often, of several the first. */
    String mostFrequent() {
        return texts.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** Mean and range of the numbers that count for them. */
    public NumberSummary summary() {
        double deviation = spread.getN() > 1 ? spread.getResult() : 0;
        return new NumberSummary(spread.getN(), mean, deviation, smallest, largest);
    }
}
