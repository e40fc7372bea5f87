package peekbench.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.SavedState;
import peekbench.nn.array.StateReader;
import peekbench.nn.array.StateWriter;

/**
 * What is kept of a training so that it need not be done again: how its epochs went, and all that views of it depend on. One
 * that is {@linkplain #isFinished finished} is played back in place of training.
 *
 * <p>A protocol of several trainings, one after the other, keeps each in a {@linkplain #part part} of its own.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class TrainingRecord {
    private static final TrainingRecord NONE = new TrainingRecord(new Book(false, false, Set.of()), "", 0);
    private static final String FINAL = "final";

    private final Book book;
    private final String prefix;
    private final int before;

    private TrainingRecord(Book book, String prefix, int before) {
        this.book = book;
        this.prefix = prefix;
        this.before = before;
    }

    /** What all parts of a record have in common. */
    private static final class Book {
        private final boolean kept;
        private final boolean finished;
        private final Set<Integer> looks;
        private final StateWriter written = new StateWriter();
        private final Map<String, List<EpochReport>> epochs = new TreeMap<>();
        private Map<String, INDArray> read = Map.of();

        Book(boolean kept, boolean finished, Set<Integer> looks) {
            this.kept = kept;
            this.finished = finished;
            this.looks = Set.copyOf(looks);
        }
    }

    /** Keeps nothing. */
    public static TrainingRecord none() {
        return NONE;
    }

    /**
     * Keeps a training that is to come.
     *
     * @param looks epochs between which and the next somebody will look at the network; 0 before the first
     */
    public static TrainingRecord ofNext(Set<Integer> looks) {
        return new TrainingRecord(new Book(true, false, looks), "", 0);
    }

    /**
     * A training that was kept.
     *
     * @param looks after which epochs it was looked at
     * @param arrays as {@link #arrays} gave them
     * @param epochs as {@link #epochs} gave them
     */
    public static TrainingRecord finished(
            Set<Integer> looks, Map<String, INDArray> arrays, Map<String, List<EpochReport>> epochs) {
        Book book = new Book(true, true, looks);
        book.read = Map.copyOf(arrays);
        epochs.forEach((part, reports) -> book.epochs.put(part, List.copyOf(reports)));
        return new TrainingRecord(book, "", 0);
    }

    /** Whether the training was done and is played back. */
    public boolean isFinished() {
        return book.finished;
    }

    /** Whether anything is kept. */
    public boolean isKept() {
        return book.kept;
    }

    /**
     * One of several trainings.
     *
     * @param name tells it from the others
     * @param epochs how many epochs others had before
     */
    public TrainingRecord part(String name, int epochs) {
        return new TrainingRecord(book, prefix + name + "/", before + epochs);
    }

    /** Whether somebody looks at the network after an epoch, from 1, or before the first, 0. */
    public boolean looksAfter(int epoch) {
        return book.looks.contains(before + epoch) && (epoch > 0 || before == 0);
    }

    /** Takes note of an epoch. */
    public void epoch(EpochReport report) {
        if (book.kept) {
            book.epochs.computeIfAbsent(prefix, any -> new ArrayList<>()).add(report);
        }
    }

    /** The epochs of a finished training. */
    public List<EpochReport> played() {
        return book.epochs.getOrDefault(prefix, List.of());
    }

    /** Where the state after an epoch is written or read. */
    public SavedState after(int epoch) {
        return state("after-epoch-" + (before + epoch));
    }

    /**
     * The state after an epoch that somebody looks at, to go back to.
     *
     * @throws IllegalStateException when something in it could not be written
     */
    public SavedState backTo(int epoch) {
        Map<String, INDArray> arrays = book.finished ? book.read : book.written.arrays();
        return new StateReader(arrays).part(prefix + "after-epoch-" + (before + epoch));
    }

    /** Where the state at the end is written or read. */
    public SavedState atEnd() {
        return state(FINAL);
    }

    /** Where it is written or read what was watched. */
    public SavedState watched() {
        return state("watched");
    }

    private SavedState state(String name) {
        SavedState all = book.finished ? new StateReader(book.read) : book.written;
        return all.part(prefix + name);
    }

    /** All that was written, by name. */
    public Map<String, INDArray> arrays() {
        return book.written.arrays();
    }

    /** The reports of each part by the part's name. */
    public Map<String, List<EpochReport>> epochs() {
        return book.epochs.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, part -> List.copyOf(part.getValue())));
    }

    /** Why what was written does not do to play the training back; empty where it does. */
    public List<String> refusals() {
        boolean ended = book.written.arrays().keySet().stream().anyMatch(name -> name.contains(FINAL + "/"));
        return ended || !book.written.refusals().isEmpty()
                ? book.written.refusals().stream().distinct().toList()
                : List.of("The protocol keeps no record of its training.");
    }
}
