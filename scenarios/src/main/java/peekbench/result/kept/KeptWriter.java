package peekbench.result.kept;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.array.Shape;
import peekbench.nn.array.StateWriter;
import peekbench.result.file.FileNames;
import peekbench.result.file.Json;
import peekbench.result.file.Npz;
import peekbench.threat.attack.TrainedAttacker;

/** Writes what a trial keeps below its folder, and remembers what that is. */
public final class KeptWriter {
    private static final String ATTACKERS = "attackers/";
    private static final String SMASHED_DATA = "smashed-data.npz";
    private static final String TRANSCRIPT = "transcript.npz";
    private static final String ENDING = ".npz";

    private final Path trial;
    private final List<KeptFiles.Attacker> attackers = new ArrayList<>();
    private Optional<KeptFiles.SmashedData> smashedData = Optional.empty();
    private Optional<KeptFiles.SmashedData> transcript = Optional.empty();

    /** @param trial its folder */
    public KeptWriter(Path trial) {
        this.trial = trial;
    }

    /**
     * Keeps the network of an attack.
     *
     * @param attack as scores call it
     * @param place of its options in the trial's attacks, from 0
     * @param strength which of its candidates that is
     */
    public void attacker(String attack, int place, String strength, TrainedAttacker attacker) throws IOException {
        StateWriter state = new StateWriter();
        attacker.remember(state);
        String file = ATTACKERS + FileNames.of(attack) + ENDING;
        Npz.write(trial.resolve(file), state.arrays());
        attackers.add(new KeptFiles.Attacker(
                attack,
                place,
                strength,
                attacker.shapes().smashed().dimensions(),
                attacker.shapes().input().dimensions(),
                file,
                Files.size(trial.resolve(file))));
    }

    /**
     * Keeps what left the client.
     *
     * @param records their numbers in the data set
     * @param smashed {@code [n, …]}, in their order
     */
    public void smashedData(int[] records, INDArray smashed) throws IOException {
        smashedData = Optional.of(written(SMASHED_DATA, records, Map.of("smashed", smashed)));
    }

    /**
     * Keeps what left the clients at several epochs.
     *
     * @param records their numbers in the data set
     * @param epochs {@code [n, …]}, in their order, by how many epochs had ended
     * @param finished {@code [n, …]}, what leaves them at the end
     */
    public void transcript(int[] records, SortedMap<Integer, INDArray> epochs, INDArray finished) throws IOException {
        Map<String, INDArray> arrays = new HashMap<>(Map.of("finished", finished));
        epochs.forEach((epoch, smashed) -> arrays.put("epoch-" + epoch, smashed));
        transcript = Optional.of(written(TRANSCRIPT, records, arrays));
    }

    private KeptFiles.SmashedData written(String name, int[] records, Map<String, INDArray> smashed)
            throws IOException {
        Path file = trial.resolve(name);
        Map<String, INDArray> arrays = new HashMap<>(smashed);
        arrays.put("records", Nd4j.createFromArray(records));
        Npz.write(file, arrays);
        INDArray any = smashed.values().iterator().next();
        return new KeptFiles.SmashedData(
                records.length, Shape.ofExample(any.shape()).dimensions(), name, Files.size(file));
    }

    /** Says what is kept, where anything is. */
    public void end() throws IOException {
        KeptFiles files = new KeptFiles(attackers, smashedData, transcript);
        if (!files.nothing()) {
            Files.write(trial.resolve(KeptFiles.FILE), Json.bytes(files));
        }
    }
}
