package peekbench.ui.model.look;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which records are looked at.
 *
 * @param classes their classes; all when there is none
 * @param range of scores of the current row
 * @param read whether the classifier read the right class
 */
public record RecordFilter(Set<Integer> classes, Optional<Range> range, Reading read) {
    /** Lets all pass. */
    public static final RecordFilter ALL = new RecordFilter(Set.of(), Optional.empty(), Reading.ANY);

    /** What the classifier read in the reconstruction. */
    public enum Reading {
        ANY("read as anything"),
        RIGHT("read as their class"),
        WRONG("read as another class");

        private final String label;

        Reading(String label) {
            this.label = label;
        }

        /** In words. */
        public String label() {
            return label;
        }
    }

    /** From low to high, both included. */
    public record Range(double low, double high) {
        /** Whichever end comes first. */
        public static Range between(double one, double other) {
            return new Range(Math.min(one, other), Math.max(one, other));
        }

        /** Whether a value is within. */
        public boolean holds(double value) {
            return value >= low && value <= high;
        }
    }

    public RecordFilter {
        classes = Set.copyOf(classes);
    }

    /** Whether all pass. */
    public boolean isAll() {
        return equals(ALL);
    }

    /** With a class that was not asked for, or without one that was. */
    public RecordFilter toggled(int label) {
        Set<Integer> other = new HashSet<>(classes);
        if (!other.remove(label)) {
            other.add(label);
        }
        return new RecordFilter(other, range, read);
    }

    /** With another range. */
    public RecordFilter within(Optional<Range> other) {
        return new RecordFilter(classes, other, read);
    }

    /** By what was read. */
    public RecordFilter reading(Reading other) {
        return new RecordFilter(classes, range, other);
    }

    /** Without the part that comes last: range, then classes, then what was read. */
    public RecordFilter lessOne() {
        if (range.isPresent()) {
            return within(Optional.empty());
        }
        return classes.isEmpty() ? ALL : new RecordFilter(Set.of(), range, read);
    }
}
