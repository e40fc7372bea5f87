package peekbench.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.evaluation.Score;
import peekbench.evaluation.Subject;
import peekbench.metric.Interval;
import peekbench.metric.Metric;
import peekbench.result.provenance.DataInfo;
import peekbench.result.provenance.IndexSetInfo;
import peekbench.result.provenance.MachineInfo;
import peekbench.result.provenance.Provenance;
import peekbench.result.provenance.ScenarioInfo;
import peekbench.result.provenance.SoftwareInfo;
import peekbench.result.record.Reconstructions;
import peekbench.threat.observation.TargetSet;

/** Made-up trials for tests. */
public final class ResultSamples {
    private ResultSamples() {}

    public static TrialKey key(String arm, boolean defended, long seed) {
        String group = "vanilla-split-pool1-" + arm.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return new TrialKey(group + "-seed" + seed, group, "vanilla-split", "pool1", arm, defended, seed);
    }

    public static JsonNode point(int epochs) {
        ObjectNode point = JsonNodeFactory.instance.objectNode();
        point.put("epochs", epochs);
        return point;
    }

    /** A trial with that many epochs. */
    static WantedTrial wanted(TrialKey key, int epochs) {
        return new WantedTrial(key, TrialWork.of(point(epochs), key.seed()));
    }

    public static Provenance provenance() {
        return provenance(3);
    }

    /** Of a trial with that many epochs. */
    public static Provenance provenance(int epochs) {
        ScenarioInfo scenario =
                new ScenarioInfo("quickstart", "What a curious server sees", point(epochs), point(epochs));
        DataInfo data = new DataInfo(
                "fashion-mnist-sample", "ab".repeat(32), List.of(new IndexSetInfo("victim-train", 4000, "cd")));
        return new Provenance(
                scenario,
                data,
                new SoftwareInfo("0.1.0", Optional.of("1234567")),
                List.of(),
                new MachineInfo("OpenJDK 17", "A processor", 2, "Linux 6"),
                2,
                "./peekbench run scenarios/quickstart.yaml --seed 1",
                "./peekbench run scenarios/quickstart.yaml");
    }

    public static EpochMetrics epoch(int number) {
        return new EpochMetrics(
                number,
                1.0 / number,
                1.1 / number,
                .8,
                Double.NaN,
                true,
                2.5,
                10,
                1000,
                900,
                0,
                OptionalDouble.of(1850),
                5_000_000_000L,
                7_000_000_000L,
                OptionalDouble.of(.7),
                OptionalDouble.of(1.25));
    }

    public static List<Score> scores() {
        return List.of(
                new Score(
                        Subject.parse("decoder"),
                        TargetSet.VICTIM_TEST,
                        Metric.SSIM,
                        .8,
                        Optional.of(new Interval(.7, .9, .95))),
                new Score(
                        Subject.parse("victim-model"),
                        TargetSet.VICTIM_TEST,
                        Metric.ACCURACY,
                        Double.NaN,
                        Optional.empty()));
    }

    /** Four images of 3 × 2 pixels. */
    public static Reconstructions reconstructions() {
        return new Reconstructions(
                "decoder",
                TargetSet.VICTIM_TEST,
                Nd4j.linspace(DataType.FLOAT, 0, 1.0 / 23, 24).reshape(4, 1, 3, 2),
                Nd4j.linspace(DataType.FLOAT, 0, 1.0 / 23, 24)
                        .reshape(4, 1, 3, 2)
                        .mul(.5),
                new double[] {.1, .2, .3, .4});
    }
}
