package peekbench.ui.service.picture;

import java.util.List;
import java.util.Optional;
import peekbench.query.TrialRow;
import peekbench.result.StoredTrial;

/**
 * All that Look shows of one request, but for the pixels.
 *
 * @param rows in their order, those without pictures among them
 * @param records of the rows whose records are those of the first with pictures
 * @param trials of the current arm, by seed
 * @param shown the one of them that is current; empty when there is none
 * @param trial the current trial as its folder holds it; empty when it cannot be read
 * @param problem why the current trial cannot be read
 */
public record LookContent(
        List<ShownRow> rows,
        ShownRecords records,
        List<TrialRow> trials,
        Optional<TrialRow> shown,
        Optional<StoredTrial> trial,
        Optional<String> problem) {
    /** Before anything was asked for. */
    public static final LookContent NOTHING = new LookContent(
            List.of(), ShownRecords.UNKNOWN, List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public LookContent {
        rows = List.copyOf(rows);
        trials = List.copyOf(trials);
    }

    /** The row by whose scores pictures are ordered: the first that has any. */
    public Optional<ShownRow> reference() {
        return rows.stream().filter(row -> row.finished().isPresent()).findFirst();
    }
}
