package peekbench.ui.model.look;

import java.util.Optional;
import peekbench.ui.service.picture.PictureArrays;
import peekbench.ui.service.picture.RecordScores;
import peekbench.ui.service.picture.ShownRow;

/**
 * A row at the epoch that is looked at.
 *
 * @param row whose pictures
 * @param arrays the pictures; empty when there are none at this epoch
 * @param lack why there are none
 * @param sameRecords whether a place means the same record as in the first row with pictures
 */
public record LookRow(ShownRow row, Optional<PictureArrays> arrays, Optional<String> lack, boolean sameRecords) {
    /** What is written under each picture. */
    public Optional<RecordScores> scores() {
        return arrays.flatMap(PictureArrays::first);
    }

    /** Whether a place has a picture here. */
    public boolean has(int place) {
        return sameRecords && arrays.filter(one -> place < one.count()).isPresent();
    }
}
