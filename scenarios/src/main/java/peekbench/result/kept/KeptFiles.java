package peekbench.result.kept;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import peekbench.result.file.Json;
import peekbench.result.file.ResultStoreException;

/**
 * What {@code kept.json} says of the files that a trial keeps for later, as paths below its folder with {@code /} between
 * names. A trial without such a file keeps nothing.
 *
 * @param attackers networks that attacks trained
 * @param smashedData what left the client of the first test records
 * @param transcript what left the clients of the first training records at several epochs
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record KeptFiles(List<Attacker> attackers, Optional<SmashedData> smashedData, Optional<SmashedData> transcript) {
    /** Where a trial's folder says it. */
    public static final String FILE = "kept.json";

    private static final KeptFiles NOTHING = new KeptFiles(List.of(), Optional.empty(), Optional.empty());

    public KeptFiles {
        attackers = List.copyOf(attackers);
    }

    /**
     * The network of an attack at its strongest.
     *
     * @param attack as scores call it
     * @param place of its options in the trial's attacks, from 0
     * @param strength which it is
     * @param smashed the shape of one example that goes in
     * @param input the shape of what it makes of it
     * @param file named arrays, in NumPy's format
     * @param bytes of the file
     */
    public record Attacker(
            String attack, int place, String strength, List<Long> smashed, List<Long> input, String file, long bytes) {
        public Attacker {
            smashed = List.copyOf(smashed);
            input = List.copyOf(input);
        }
    }

    /**
     * What left the client.
     *
     * @param records how many
     * @param shape of one example
     * @param file the arrays {@code records}, numbers in the data set, and {@code smashed}, or of a transcript {@code epoch-0} and
     *     so on and {@code finished}, in NumPy's format
     * @param bytes of the file
     */
    public record SmashedData(int records, List<Long> shape, String file, long bytes) {
        public SmashedData {
            shape = List.copyOf(shape);
        }
    }

    /** Everything that left clients. */
    public List<SmashedData> smashed() {
        return Stream.of(smashedData, transcript).flatMap(Optional::stream).toList();
    }

    /** Whether nothing is kept. */
    public boolean nothing() {
        return equals(NOTHING);
    }

    /**
     * What a trial keeps.
     *
     * @param trial its folder
     * @throws ResultStoreException when the file that says it is damaged
     */
    public static KeptFiles of(Path trial) {
        Path file = trial.resolve(FILE);
        if (!Files.exists(file)) {
            return NOTHING;
        }
        try {
            return Json.read(file, new TypeReference<KeptFiles>() {});
        } catch (IOException e) {
            throw ResultStoreException.reading(file, e);
        }
    }
}
