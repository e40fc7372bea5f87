package peekbench.result.record;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.metric.Metric;
import peekbench.result.file.Npy;

/** Reads the arrays of one attack below a trial's folder. */
public final class ReconstructionReader {
    private ReconstructionReader() {}

    public static Reconstructions read(Path trial, ReconstructionFiles files) {
        INDArray originals = Npy.read(trial.resolve(files.originals()));
        INDArray made = Npy.read(trial.resolve(files.reconstructions()));
        Map<Metric, double[]> values = new LinkedHashMap<>();
        files.values().forEach(one -> values.put(one.metric(), Npy.readVector(trial.resolve(one.file()))));
        return new Reconstructions(
                files.attack(),
                files.targets(),
                originals,
                made,
                values,
                files.read().map(file -> classes(trial.resolve(file))).orElseGet(List::of));
    }

    /** Classes that were written as numbers. */
    public static List<Integer> classes(Path file) {
        return Arrays.stream(Npy.readVector(file))
                .mapToObj(number -> (int) number)
                .toList();
    }
}
