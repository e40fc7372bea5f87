package peekbench.ui.service.picture;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import peekbench.query.ArmRow;

/**
 * One attack on one trial.
 *
 * @param arm the trial's
 * @param colour of the arm, a place in the palette of charts
 * @param label what tells the row from the others
 * @param folder the trial's result folder, below the workspace
 * @param trial its id
 * @param seed its seed
 * @param attack who reconstructed; empty where nobody did
 * @param finished what it made on the finished network
 * @param epochs what it made after epochs of training
 * @param lack why there is nothing; empty when there is
 * @param recordsHash says which records these are: equal hashes, equal records
 */
public record ShownRow(
        ArmRow arm,
        int colour,
        String label,
        String folder,
        String trial,
        long seed,
        String attack,
        Optional<PictureArrays> finished,
        NavigableMap<Integer, PictureArrays> epochs,
        Optional<String> lack,
        String recordsHash) {
    public ShownRow {
        epochs = new TreeMap<>(epochs);
    }

    /** Whether both show the same records, so that a place means the same picture. */
    public boolean sameRecords(ShownRow other) {
        return recordsHash.equals(other.recordsHash);
    }

    /** With another label. */
    ShownRow labelled(String other) {
        return new ShownRow(arm, colour, other, folder, trial, seed, attack, finished, epochs, lack, recordsHash);
    }
}
