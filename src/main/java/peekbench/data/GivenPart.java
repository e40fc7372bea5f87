package peekbench.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/** What a folder, a column or an array can give its records to, in the order in which the parts stand in a data set. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public enum GivenPart {
    TRAIN,
    TEST,
    AUXILIARY;

    /** The name in folders and columns. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(GivenPart::label).toList();
    }

    public static Optional<GivenPart> of(String label) {
        return Arrays.stream(values())
                .filter(part -> part.label().equals(label))
                .findFirst();
    }

    /** How many records each part has. */
    public static GivenParts count(List<GivenPart> records) {
        return new GivenParts(
                Collections.frequency(records, TRAIN),
                Collections.frequency(records, TEST),
                Collections.frequency(records, AUXILIARY));
    }

    /** The order in which records stand by their parts, those of a part as before. */
    public static int[] order(List<GivenPart> records) {
        return Arrays.stream(values())
                .flatMapToInt(part -> IntStream.range(0, records.size()).filter(record -> records.get(record) == part))
                .toArray();
    }
}
