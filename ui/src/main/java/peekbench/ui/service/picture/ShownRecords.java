package peekbench.ui.service.picture;

import java.util.List;
import java.util.Optional;
import peekbench.evaluation.TargetRecord;

/**
 * Which records the pictures are of.
 *
 * @param records by place in the arrays; empty for trials that did not keep them
 * @param classes names of the classes, by number
 * @param columns names of the numbers of a record of a table
 * @param read the class that the classifier read in each original; empty where there was none
 */
public record ShownRecords(List<TargetRecord> records, List<String> classes, List<String> columns, List<Integer> read) {
    /** Nothing is known. */
    public static final ShownRecords UNKNOWN = new ShownRecords(List.of(), List.of(), List.of(), List.of());

    public ShownRecords {
        records = List.copyOf(records);
        classes = List.copyOf(classes);
        columns = List.copyOf(columns);
        read = List.copyOf(read);
    }

    /** The record's number and class: {@code record 417, sandal}. */
    public String name(int place) {
        return place < records.size()
                ? "record " + records.get(place).record()
                        + className(place).map(name -> ", " + name).orElse("")
                : "picture " + place;
    }

    /** The class of a record. */
    public Optional<String> className(int place) {
        return place < records.size() && records.get(place).label().isPresent()
                ? Optional.of(named(records.get(place).label().getAsInt()))
                : Optional.empty();
    }

    /** The name of a class, or its number where it has none. */
    public String named(int label) {
        return label >= 0 && label < classes.size() ? classes.get(label) : "class " + label;
    }
}
