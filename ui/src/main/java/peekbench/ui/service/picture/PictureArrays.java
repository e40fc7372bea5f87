package peekbench.ui.service.picture;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import peekbench.report.estimate.Column;

/**
 * What one attack made of the records of one set, on the finished network or after an epoch.
 *
 * @param attack who
 * @param epoch after which it was mounted; empty for the finished network
 * @param originals array of the private records
 * @param made array of what the attack made of the first of them
 * @param shape of one picture; empty when the records are rows of a table
 * @param count how many were reconstructed
 * @param scores vectors with a number a record
 * @param read the class that the classifier read in each reconstruction, from 0; empty where there was no classifier
 */
public record PictureArrays(
        String attack,
        OptionalInt epoch,
        Path originals,
        Path made,
        Optional<PictureShape> shape,
        int count,
        List<RecordScores> scores,
        List<Integer> read) {
    public PictureArrays {
        scores = List.copyOf(scores);
        read = List.copyOf(read);
    }

    /** The numbers of a column. */
    public Optional<RecordScores> scores(Column column) {
        return scores.stream()
                .filter(one -> one.column().shows(column.metric()))
                .findFirst();
    }

    /** By which the records are ordered when nobody chose: SSIM where there is one. */
    public Optional<RecordScores> first() {
        return scores(Column.SSIM).or(() -> scores.stream().findFirst());
    }
}
