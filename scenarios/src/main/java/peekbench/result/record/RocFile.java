package peekbench.result.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import peekbench.metric.RocCurve;
import peekbench.result.file.CsvTable;

/** The curves of one trial as comma-separated values, a line a threshold, for any statistics program. */
public final class RocFile {
    private static final String ATTACK = "attack";
    private static final String FALSE_POSITIVES = "false_positive_rate";
    private static final String TRUE_POSITIVES = "true_positive_rate";
    private static final CsvTable TABLE = CsvTable.of(ATTACK, FALSE_POSITIVES, TRUE_POSITIVES);

    private RocFile() {}

    public static void append(Path file, StoredRoc curve) throws IOException {
        TABLE.append(
                file, curve.points(), point -> List.of(curve.attack(), point.falsePositives(), point.truePositives()));
    }

    /** Nothing when there is no such file, since no attack on membership was mounted. */
    public static List<StoredRoc> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        Map<String, List<RocCurve.Point>> curves = new LinkedHashMap<>();
        TABLE.read(
                file,
                line -> curves.computeIfAbsent(line.get(ATTACK), attack -> new ArrayList<>())
                        .add(new RocCurve.Point(
                                Double.parseDouble(line.get(FALSE_POSITIVES)),
                                Double.parseDouble(line.get(TRUE_POSITIVES)))));
        return curves.entrySet().stream()
                .map(entry -> new StoredRoc(entry.getKey(), entry.getValue()))
                .toList();
    }
}
