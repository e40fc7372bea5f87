package peekbench.result;

import java.util.List;
import java.util.Optional;

/** What trials lack because an older Peekbench stored them, in words. */
public final class FormatNote {
    private FormatNote() {}

    /** A sentence about those of older formats, with what brings what they lack; empty where there are none. */
    public static Optional<String> of(List<StoredTrial> trials) {
        List<StoredTrial> older = trials.stream()
                .filter(trial -> trial.info().format() < ResultStore.FORMAT)
                .toList();
        if (older.isEmpty()) {
            return Optional.empty();
        }
        String which = older.size() == 1
                ? "Trial " + older.get(0).key().id() + " was stored in format 1 and has"
                : older.size() + " trials were stored in format 1 and have";
        return Optional.of(
                which + " no hashes of their files, no numbers, classes and scores of single records, no pictures"
                        + " during training, and nothing of what attacks claimed of labels, class mixes and members. To have these,"
                        + " run again: in another folder with --out DIR, or in place with --replace.");
    }
}
