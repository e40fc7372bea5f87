package peekbench.ui;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.evaluation.Claims;
import peekbench.evaluation.Reference;
import peekbench.evaluation.Score;
import peekbench.evaluation.Subject;
import peekbench.evaluation.TargetRecord;
import peekbench.metric.Metric;
import peekbench.result.AttackerRole;
import peekbench.result.EpochMetrics;
import peekbench.result.ResultStore;
import peekbench.result.TrialKey;
import peekbench.result.TrialWriter;
import peekbench.result.provenance.DataInfo;
import peekbench.result.provenance.IndexSetInfo;
import peekbench.result.provenance.MachineInfo;
import peekbench.result.provenance.Provenance;
import peekbench.result.provenance.ScenarioInfo;
import peekbench.result.provenance.SoftwareInfo;
import peekbench.result.record.Reconstructions;
import peekbench.threat.observation.TargetSet;

/**
 * A workspace of three result folders: pictures of two arms and a failed third, rows of a table, and claims on labels, class
 * mixes and members. Pictures are checkerboards of pixels that are 0 or 1, of which attacks err at the first pixel.
 */
public final class SampleResults {
    public static final int PICTURES = 24;
    public static final int SIDE = 8;
    public static final String NOPEEK = "NoPeek CE + 2\u00b7dCor";
    /** The group of the arm with long names. */
    public static final String LONG = "parallel-split-inception-nopeek-laplace-quantization-top-k";

    private static final List<String> CLASSES = List.of("sandal", "shirt", "bag");

    private SampleResults() {}

    /** Writes all. */
    public static void write(Path workspace) {
        Path results = workspace.resolve("results");
        pictures(ResultStore.open(results.resolve("pictures")));
        table(ResultStore.open(results.resolve("table")));
        claims(ResultStore.open(results.resolve("claims")));
    }

    /** Adds a result folder in which everything has a long name. */
    public static void longNames(Path workspace) {
        ResultStore store = ResultStore.open(workspace.resolve("results").resolve("long"));
        String arm =
                "NoPeek CE + 0.125\u00b7dCor + Laplace noise of scale 0.0625 + quantization to 4 bits a batch + top-k 10 %";
        TrialKey key = new TrialKey(
                LONG + "-seed1",
                LONG,
                "parallel split by secret order, 12 of 250 clients a round, labels held at the server",
                "inception-block-4-concatenation",
                arm,
                true,
                1);
        try (TrialWriter writer = store.begin(key, provenance("a-scenario-with-quite-a-long-name-of-its-own", "aa"))) {
            training(writer, .6);
            pictures(writer, "decoder", TargetSet.VICTIM_TEST, PICTURES, .5);
            pictures(writer, "optimization-inversion-with-total-variation", TargetSet.VICTIM_TEST, PICTURES, .4);
            writer.attacker(new AttackerRole(
                    "decoder",
                    "a client that was handed the layers and listens on the wire of the others",
                    "what the other clients send to the server, and the layers that made it"));
            writer.complete(1, 2);
        }
    }

    /** One complete trial with pictures. */
    public static void trial(Path results, String group, String arm, double best) {
        try (TrialWriter writer =
                ResultStore.open(results).begin(key(group, arm, true), provenance("quickstart", "dd"))) {
            training(writer, .8);
            pictures(writer, "decoder", TargetSet.VICTIM_TEST, PICTURES, best);
            writer.complete(1, 2);
        }
    }

    private static void pictures(ResultStore store) {
        try (TrialWriter writer = store.begin(key("open", "no defense", false), provenance("pictures", "aa"))) {
            training(writer, .8);
            pictures(writer, "decoder", TargetSet.VICTIM_TEST, PICTURES, .9);
            pictures(writer, "decoder@1", TargetSet.VICTIM_TEST, 10, .7);
            pictures(writer, "decoder", TargetSet.VICTIM_TRAIN, 7, .95);
            writer.attacker(new AttackerRole("decoder", "a curious server", "the smashed data that leave the clients"));
            writer.complete(1, 2);
        }
        try (TrialWriter writer = store.begin(key("nopeek", NOPEEK, true), provenance("pictures", "aa"))) {
            training(writer, .6);
            pictures(writer, "decoder", TargetSet.VICTIM_TEST, PICTURES, .5);
            writer.complete(1, 2);
        }
        try (TrialWriter writer = store.begin(key("broken", "noise 4", true), provenance("pictures", "aa"))) {
            writer.fail(new IllegalStateException("the loss is not a number"));
        }
    }

    private static void table(ResultStore store) {
        try (TrialWriter writer = store.begin(key("lipids", "no defense", false), provenance("table", "bb"))) {
            training(writer, .7);
            INDArray rows = Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}, {5, 7}});
            writer.names(List.of("low", "high"), List.of("age", "weight"));
            writer.records(TargetSet.VICTIM_TEST, List.of(record(4, 0), record(9, 1), record(11, 1)), List.of());
            INDArray made = rows.dup();
            made.putScalar(2, 1, 6);
            writer.reconstructions(new Reconstructions(
                    "decoder",
                    TargetSet.VICTIM_TEST,
                    rows,
                    made,
                    Map.of(Metric.MSE, new double[] {0, 0, .5}),
                    List.of()));
            writer.scores(List.of(
                    new Score(Subject.parse("decoder"), TargetSet.VICTIM_TEST, Metric.MSE, .5 / 3, Optional.empty())));
            writer.complete(1, 2);
        }
    }

    private static void claims(ResultStore store) {
        try (TrialWriter writer = store.begin(key("labels", "no defense", false), provenance("claims", "cc"))) {
            training(writer, .7);
            writer.names(CLASSES, List.of());
            List<Claims.Label> labels = new ArrayList<>();
            List<Claims.Membership> members = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                int guess = i < 9 ? i % 3 : (i + 1) % 3;
                labels.add(new Claims.Label(
                        TargetSet.VICTIM_TRAIN, OptionalInt.of(1), i, i % 3, guess, guess, OptionalDouble.empty()));
                members.add(new Claims.Membership(i, i % 2 == 0, i % 2 == 0 ? i : i - 3));
            }
            writer.claims("gradient-norm", new Claims(labels, List.of(), List.of()));
            writer.claims(
                    "property-inference",
                    new Claims(
                            List.of(),
                            List.of(
                                    new Claims.ClassShare(0, 0, .5, .4),
                                    new Claims.ClassShare(0, 1, .5, .6),
                                    new Claims.ClassShare(0, 2, 0, 0)),
                            List.of()));
            writer.claims("loss-threshold", new Claims(List.of(), List.of(), members));
            writer.findings("gradient-norm", List.of("The norms of two classes are apart."));
            writer.complete(1, 2);
        }
    }

    private static void training(TrialWriter writer, double accuracy) {
        for (int epoch = 1; epoch <= 2; epoch++) {
            writer.epoch(new EpochMetrics(
                    epoch,
                    1,
                    1,
                    accuracy,
                    Double.NaN,
                    true,
                    1,
                    10,
                    100,
                    100,
                    0,
                    OptionalDouble.empty(),
                    0,
                    0,
                    OptionalDouble.empty(),
                    OptionalDouble.empty()));
        }
    }

    /** Every picture errs at its first pixel, by more the higher its place. */
    private static void pictures(TrialWriter writer, String attack, TargetSet targets, int count, double best) {
        INDArray originals = Nd4j.create(originals(targets), 'c').reshape(PICTURES, 1, SIDE, SIDE);
        INDArray made = Nd4j.create(originals(targets), 'c').reshape(PICTURES, 1, SIDE, SIDE);
        double[] ssim = new double[count];
        double[] mse = new double[count];
        List<Integer> read = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            made.putScalar(new int[] {i, 0, 0, 0}, .25);
            ssim[i] = best - .02 * i;
            mse[i] = .01 * i;
            read.add(i % 4 == 0 ? (i + 1) % 3 : i % 3);
        }
        INDArray first = made.get(
                        NDArrayIndex.interval(0, count), NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.all())
                .dup('c');
        writer.names(CLASSES, List.of());
        List<TargetRecord> records = new ArrayList<>();
        List<Integer> originalsRead = new ArrayList<>();
        for (int i = 0; i < PICTURES; i++) {
            records.add(record(100 + i, i % 3));
            originalsRead.add(i % 3);
        }
        writer.records(targets, records, originalsRead);
        writer.reconstructions(new Reconstructions(
                attack, targets, originals, first, Map.of(Metric.SSIM, ssim, Metric.MSE, mse), read));
        writer.scores(List.of(
                score(Subject.parse(attack), targets, best - .02 * (count - 1) / 2),
                score(Reference.MEAN_IMAGE.subject(), targets, .13),
                score(Reference.UNTRAINED_CLIENT.subject(), targets, .8),
                score(Reference.IDENTITY_CLIENT.subject(), targets, .99)));
    }

    private static float[] originals(TargetSet targets) {
        float[] pixels = new float[PICTURES * SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            int x = i % SIDE;
            int y = i / SIDE % SIDE;
            pixels[i] = (x + y + (targets == TargetSet.VICTIM_TRAIN ? 1 : 0)) % 2;
        }
        return pixels;
    }

    private static TargetRecord record(int number, int label) {
        return new TargetRecord(number, OptionalInt.of(label), OptionalInt.empty());
    }

    private static Score score(Subject subject, TargetSet targets, double value) {
        return new Score(subject, targets, Metric.SSIM, value, Optional.empty());
    }

    private static TrialKey key(String group, String arm, boolean defended) {
        return new TrialKey(group + "-seed1", group, "vanilla split, 5 clients", "pool1", arm, defended, 1);
    }

    private static Provenance provenance(String scenario, String sha) {
        return new Provenance(
                new ScenarioInfo(
                        scenario,
                        "Scenario of " + scenario,
                        JsonNodeFactory.instance.objectNode(),
                        JsonNodeFactory.instance.objectNode()),
                new DataInfo(
                        "sample",
                        sha.repeat(32),
                        List.of(
                                new IndexSetInfo("victim-test", PICTURES, "11".repeat(32)),
                                new IndexSetInfo("victim-train", PICTURES, "22".repeat(32)))),
                SoftwareInfo.current(),
                List.of(),
                MachineInfo.current(),
                1,
                "./peekbench run tiny.yaml --seed 1",
                "./peekbench run tiny.yaml");
    }
}
