package peekbench.data;

import java.util.stream.IntStream;
import org.apiguardian.api.API;

/**
 * How many records a data set gives to which part, in the order in which they stand. A part of none is drawn from the training
 * part.
 *
 * @param train what victims train on, at least 1
 * @param test what nobody trains on
 * @param auxiliary what attackers have of their own
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record GivenParts(int train, int test, int auxiliary) {
    public GivenParts {
        if (train < 0 || test < 0 || auxiliary < 0) {
            throw new IllegalArgumentException(
                    "A part has " + train + ", " + test + " or " + auxiliary + " records; none can have fewer than 0.");
        }
    }

    /** All records are for training. */
    public static GivenParts trainOnly(int size) {
        return new GivenParts(size, 0, 0);
    }

    public int size() {
        return train + test + auxiliary;
    }

    /** Whether anything is given but the training part. */
    public boolean isDivided() {
        return test + auxiliary > 0;
    }

    /** The part of a record. */
    public GivenPart of(int record) {
        return record < train ? GivenPart.TRAIN : record < train + test ? GivenPart.TEST : GivenPart.AUXILIARY;
    }

    int[] trainRecords() {
        return IntStream.range(0, train).toArray();
    }

    /** Of the test part if there is one, else of the training part. */
    int[] testRecords() {
        return test > 0 ? IntStream.range(train, train + test).toArray() : trainRecords();
    }

    /** Of the auxiliary part if there is one, else of the training part. */
    int[] auxiliaryRecords() {
        return auxiliary > 0 ? IntStream.range(train + test, size()).toArray() : trainRecords();
    }
}
