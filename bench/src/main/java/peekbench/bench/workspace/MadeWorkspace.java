package peekbench.bench.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import peekbench.evaluation.Score;
import peekbench.metric.Interval;
import peekbench.result.EpochMetrics;
import peekbench.result.ResultStore;
import peekbench.result.TrialKey;
import peekbench.result.TrialWriter;
import peekbench.result.provenance.DataInfo;
import peekbench.result.provenance.IndexSetInfo;
import peekbench.result.provenance.Provenance;
import peekbench.result.provenance.ScenarioInfo;
import peekbench.seed.Seed;

/**
 * A workspace of as many trials as one likes, in {@value #FOLDERS} result folders: one real trial, written again by the
 * store's own classes under other settings and seeds with other scores. One in 40 failed, one in 500 is damaged.
 */
public final class MadeWorkspace {
    static final int FOLDERS = 8;
    static final int SEEDS = 5;
    private static final int ONE_FAILED = 40;
    private static final int ONE_DAMAGED = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> PROTOCOLS =
            List.of("vanilla-split", "parallel-split", "federated-split", "split-fed", "wrap-around");
    private static final List<String> CUTS = List.of("conv1", "pool1", "conv2", "pool2", "fc1");

    private final Path root;
    private final RealTrial real;

    /** A way to defend, as a plan names it. */
    private record Arm(String label, String defenses) {}

    private static final List<Arm> ARMS = List.of(
            new Arm("no defense", "[]"),
            new Arm("NoPeek CE+0.5dCor", "[{\"name\":\"nopeek\",\"form\":\"added\",\"weight\":0.5}]"),
            new Arm("NoPeek CE+2dCor", "[{\"name\":\"nopeek\",\"form\":\"added\",\"weight\":2.0}]"),
            new Arm("NoPeek CE+8dCor", "[{\"name\":\"nopeek\",\"form\":\"added\",\"weight\":8.0}]"),
            new Arm("Gaussian noise 0.1", "[{\"name\":\"gaussian-noise\",\"strength\":{\"scale\":0.1}}]"),
            new Arm("Gaussian noise 1", "[{\"name\":\"gaussian-noise\",\"strength\":{\"scale\":1.0}}]"),
            new Arm("quantization 1 bit", "[{\"name\":\"quantization\",\"bits\":1,\"range\":\"batch\"}]"),
            new Arm("quantization 4 bits", "[{\"name\":\"quantization\",\"bits\":4,\"range\":\"batch\"}]"),
            new Arm("top-k 10%", "[{\"name\":\"top-k\",\"share\":0.1}]"),
            new Arm("L1 penalty 0.001", "[{\"name\":\"l1-penalty\",\"weight\":0.001}]"));

    /** One of the trials. */
    private record Place(int folder, int group, int seed) {}

    private MadeWorkspace(Path root, RealTrial real) {
        this.root = root;
        this.real = real;
    }

    /**
     * Makes it in an empty folder; a folder that has it already is left as it is.
     *
     * @param pictures of each of the two sets of records, a trial
     */
    public static void make(Path root, int trials, int pictures) throws IOException {
        Path done = root.resolve("made");
        if (Files.exists(done)) {
            return;
        }
        MadeWorkspace workspace =
                new MadeWorkspace(root, RealTrial.run(root.resolveSibling(root.getFileName() + "-real"), pictures));
        IntStream.range(0, trials).parallel().forEach(workspace::write);
        for (int number = ONE_DAMAGED / 2; number < trials; number += ONE_DAMAGED) {
            workspace.damage(number);
        }
        Files.writeString(
                Files.createDirectories(workspace.folder(0).resolve("somebody-elses"))
                        .resolve("trial.json"),
                "{}");
        Files.writeString(done, trials + "\n");
    }

    /** The result folder of a number. */
    private Path folder(int number) {
        return root.resolve("results").resolve(study(number));
    }

    private static String study(int number) {
        return "study-" + (number + 1);
    }

    /** The folder of a trial that is readable. */
    static Path healthy(Path root, int number) {
        Place place = place(number);
        return root.resolve("results")
                .resolve(study(place.folder()))
                .resolve(key(place).id());
    }

    /** Seeds of a group are neighbours, groups go round the folders. */
    private static Place place(int number) {
        int group = number / SEEDS;
        return new Place(group % FOLDERS, group / FOLDERS, number % SEEDS + 1);
    }

    private static TrialKey key(Place place) {
        int group = place.group();
        Arm arm = ARMS.get(group % ARMS.size());
        String cut = CUTS.get(group / ARMS.size() % CUTS.size());
        String protocol = PROTOCOLS.get(group / (ARMS.size() * CUTS.size()) % PROTOCOLS.size());
        // Means must not mix folders, so each has its own numbers of clients.
        int clients = 2 + place.folder() + FOLDERS * (group / (ARMS.size() * CUTS.size() * PROTOCOLS.size()));
        String name = protocol + "-" + clients + "-" + cut + "-"
                + arm.label().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
        return new TrialKey(
                name + "-seed" + place.seed(),
                name,
                protocol.replace('-', ' ') + ", " + clients + " clients",
                cut,
                arm.label(),
                !"[]".equals(arm.defenses()),
                place.seed());
    }

    private void write(int number) {
        Place place = place(number);
        TrialKey key = key(place);
        RandomGenerator random = Seed.of(1).child("trial-" + number).generator();
        double harm = random.nextDouble(.7, 1);
        double leak = random.nextDouble(.4, 1);
        try (TrialWriter writer = ResultStore.open(folder(place.folder())).begin(key, provenance(place, key))) {
            for (EpochMetrics epoch : real.epochs()) {
                writer.epoch(varied(epoch, harm));
            }
            if (number % ONE_FAILED == ONE_FAILED / 2) {
                writer.fail(new IllegalStateException(
                        "The loss of epoch 3 is not a number. Lower training.optimizer.learning-rate."));
                return;
            }
            writer.scores(real.stored().scores().stream()
                    .map(score -> varied(score, leak))
                    .toList());
            real.writeRest(writer);
            writer.complete(2 + random.nextDouble(), real.stored().info().totalSeconds() * random.nextDouble(.8, 1.5));
        }
    }

    private static EpochMetrics varied(EpochMetrics epoch, double harm) {
        return new EpochMetrics(
                epoch.epoch(),
                epoch.trainLoss() / harm,
                epoch.testLoss() / harm,
                epoch.testAccuracy() * harm,
                epoch.testDeviation(),
                epoch.kept(),
                epoch.seconds(),
                epoch.messages(),
                epoch.bytesToServer(),
                epoch.bytesToClients(),
                epoch.bytesBetweenClients(),
                epoch.expectedBytes(),
                epoch.clientFlops(),
                epoch.serverFlops(),
                epoch.defenseLoss(),
                epoch.privacySpent());
    }

    private static Score varied(Score score, double leak) {
        return new Score(
                score.subject(),
                score.targets(),
                score.metric(),
                score.value() * leak,
                score.interval()
                        .map(interval ->
                                new Interval(interval.low() * leak, interval.high() * leak, interval.level())));
    }

    private Provenance provenance(Place place, TrialKey key) {
        Provenance of = real.stored().info().provenance();
        ObjectNode resolved = of.scenario().resolved().deepCopy();
        resolved.put("name", study(place.folder()));
        ObjectNode point = of.scenario().point().deepCopy();
        point.put("name", study(place.folder()));
        point.putArray("cuts").add(key.cut());
        point.putArray("seeds").add(key.seed());
        point.putArray("defenses").add(defenses(place));
        ((ObjectNode) point.withArray("protocols").get(0)).put("name", key.protocol());
        ((ObjectNode) point.get("training")).put("epochs", 3 + place.folder());
        List<IndexSetInfo> sets = of.data().indexSets().stream()
                .map(set -> new IndexSetInfo(
                        set.name(), set.size(), String.format(Locale.ROOT, "%064x", place.seed() * 31L + set.size())))
                .toList();
        String command = "./peekbench run scenarios/" + study(place.folder()) + ".yaml";
        return new Provenance(
                new ScenarioInfo(study(place.folder()), "Study " + (place.folder() + 1), resolved, point),
                new DataInfo(of.data().dataset(), of.data().sha256(), sets),
                of.software(),
                of.plugins(),
                of.machine(),
                of.threads(),
                command + " --seed " + key.seed() + " --set 'cuts=[" + key.cut() + "]'",
                command);
    }

    private static JsonNode defenses(Place place) {
        try {
            return JSON.readTree(ARMS.get(place.group() % ARMS.size()).defenses());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In four ways: cut off, half deleted, of a newer version, no JSON at all. */
    private void damage(int number) throws IOException {
        Path trial = healthy(root, number);
        Path info = trial.resolve("trial.json");
        switch (number / ONE_DAMAGED % 4) {
            case 0 -> {
                String scores = Files.readString(trial.resolve("scores.json"));
                Files.writeString(trial.resolve("scores.json"), scores.substring(0, scores.length() / 2));
            }
            case 1 -> Files.delete(info);
            case 2 -> Files.writeString(info, Files.readString(info).replaceFirst("\"format\" : 2", "\"format\" : 99"));
            default -> Files.writeString(info, "no JSON");
        }
    }
}
