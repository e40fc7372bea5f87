package peekbench.scenario;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import peekbench.data.AuxiliarySource;
import peekbench.data.Dataset;
import peekbench.data.ImageFit;
import peekbench.data.IndexSets;
import peekbench.data.Partition;
import peekbench.data.Task;
import peekbench.metric.ImageMetrics;
import peekbench.nn.CutArchitecture;
import peekbench.nn.array.Shape;
import peekbench.problem.ConfigurationException;
import peekbench.problem.Problem;
import peekbench.problem.Problems;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.defense.DefenseOptions;
import peekbench.training.ProtocolOptions;

/** Checks a scenario against its data, before anything is trained. */
final class ScenarioCheck {
    private final Scenario scenario;
    private final ScenarioData data;
    private final Dataset dataset;
    private final Problems problems = new Problems();

    private ScenarioCheck(Scenario scenario, ScenarioData data) {
        this.scenario = scenario;
        this.data = data;
        this.dataset = data.dataset();
    }

    /**
     * Every reason why the scenario cannot be run on these data: images that do not fit the model, too few records, clients
     * without records, batches larger than a client's data, a partition by class of data without classes, images too small
     * for the structural similarity that attacks are scored by, attacks that do not suit the task, sources of the attacker's
     * records that do not fit.
     */
    public static List<Problem> against(Scenario scenario, ScenarioData data) {
        ScenarioCheck check = new ScenarioCheck(scenario, data);
        check.model();
        check.scores();
        check.records();
        check.tasks();
        check.attackers();
        return check.problems.list().stream().distinct().toList();
    }

    private void model() {
        collect(
                        "model",
                        () -> scenario.model()
                                .architecture(
                                        dataset.exampleShape(), dataset.task().outputs()))
                .forEach(network -> scenario.cuts().forEach(cut -> arms(new CutArchitecture(network, cut))));
    }

    private void arms(CutArchitecture network) {
        for (int place = 0; place < scenario.defenses().size(); place++) {
            List<DefenseOptions> arm = scenario.defenses().get(place);
            String path = "defenses[" + place + "]";
            collect(path, () -> DefenseOptions.reshape(network, arm));
            boolean frozen = arm.stream().anyMatch(defense -> defense.create().frozenEpochs() > 0);
            if (frozen && scenario.training().earlyStopping().isPresent()) {
                problems.add(
                        path,
                        "learns from the finished network, which cannot follow a training that may stop early."
                                + " Leave out training.early-stopping or the arm.");
            }
        }
    }

    private void scores() {
        Shape shape = dataset.exampleShape();
        if (scenario.attacks().isEmpty() || !shape.isImage()) {
            return;
        }
        int smallest = ImageMetrics.SMALLEST_SIDE;
        if (shape.size(1) < smallest || shape.size(2) < smallest) {
            problems.add(
                    "data.dataset",
                    "The images of data set (" + dataset.name() + ") have " + shape.size(1) + "x" + shape.size(2)
                            + " pixels; attacks on images are scored by SSIM, which needs at least " + smallest + "x"
                            + smallest + ". Use larger images, or attacks: [] to train only.");
        }
    }

    private void tasks() {
        int classes =
                dataset.task() instanceof Task.Classification ? dataset.task().outputs() : 0;
        for (int place = 0; place < scenario.attacks().size(); place++) {
            AttackOptions attack = scenario.attacks().get(place);
            String path = "attacks[" + place + "]";
            attack.reasonAgainst(classes)
                    .ifPresent(reason -> problems.add(
                            path,
                            "The attack (" + attack.create().name() + ") cannot be mounted on data set ("
                                    + dataset.name() + "): " + reason + "."));
        }
    }

    private void attackers() {
        List<AuxiliarySource> sources = scenario.data().auxiliary();
        for (int place = 0; place < sources.size(); place++) {
            String path = "data.auxiliary[" + place + "]";
            if (sources.get(place) instanceof AuxiliarySource.MissingClass missing) {
                missing(path, missing);
            }
            sources.get(place).otherDataset().map(data::other).ifPresent(other -> other(path, other));
        }
    }

    private void missing(String path, AuxiliarySource.MissingClass missing) {
        if (!(dataset.task() instanceof Task.Classification)) {
            problems.add(
                    path,
                    "leaves out a class, but data set (" + dataset.name()
                            + ") has numbers to predict. Use another source.");
        } else if (missing.label() >= dataset.task().outputs()) {
            problems.add(
                    path + ".label",
                    "is " + missing.label() + ", but data set (" + dataset.name() + ") has the classes 0 to "
                            + (dataset.task().outputs() - 1) + ".");
        }
    }

    private void other(String path, Dataset other) {
        ImageFit.reasonAgainst(other.exampleShape(), dataset.exampleShape())
                .ifPresent(reason -> problems.add(
                        path + ".dataset",
                        "is " + other.name() + ", which does not fit data set (" + dataset.name() + "): " + reason
                                + ". Use another data set."));
        for (long seed : scenario.seeds()) {
            collect(path, () -> scenario.data().otherIndexSets(other, Seed.of(seed)));
        }
    }

    private void records() {
        boolean byClass = scenario.data().partition() instanceof Partition.ClassShards
                || scenario.data().partition() instanceof Partition.Dirichlet;
        if (byClass && !(dataset.task() instanceof Task.Classification)) {
            problems.add(
                    "data.partition",
                    "deals records out by class, but data set (" + dataset.name()
                            + ") has numbers to predict. Use iid or unequal.");
            return;
        }
        for (long seed : scenario.seeds()) {
            Seed trial = Seed.of(seed);
            collect("data", () -> scenario.data().indexSets(dataset, trial)).forEach(sets -> {
                batches(sets, "protocols", scenario.protocols(), trial);
                batches(sets, "undefended-protocols", scenario.undefendedProtocols(), trial);
            });
        }
    }

    private void batches(IndexSets sets, String key, List<ProtocolOptions> protocols, Seed trial) {
        for (int place = 0; place < protocols.size(); place++) {
            ProtocolOptions protocol = protocols.get(place);
            String path = key + "[" + place + "]";
            if (protocol.needsClasses() && !(dataset.task() instanceof Task.Classification)) {
                problems.add(
                        path,
                        "(" + protocol.label() + ") learns from classes, but data set (" + dataset.name()
                                + ") has numbers to predict. Use another protocol or data set.");
                continue;
            }
            List<List<DefenseOptions>> arms =
                    scenario.protocols().contains(protocol) ? scenario.defenses() : List.of(List.of());
            collect(path, () -> scenario.data().clients(dataset, sets, protocol.clients(), trial))
                    .forEach(clients -> {
                        batches(clients, protocol, path);
                        arms.forEach(arm -> pairs(clients, protocol, arm, path));
                    });
        }
    }

    private void pairs(List<int[]> clients, ProtocolOptions protocol, List<DefenseOptions> arm, String path) {
        if (Defending.reasonAgainst(arm, protocol).isEmpty()) {
            new LoneRecords(protocol, arm, scenario.training())
                    .reasonAgainst(
                            clients.stream().mapToInt(records -> records.length).toArray())
                    .ifPresent(reason -> problems.add(
                            path,
                            "deals one record to a batch, but " + reason
                                    + ", so that it would do nothing in any step. Use"
                                    + " fewer clients, more records, or batches of at least 2."));
        }
    }

    private void batches(List<int[]> clients, ProtocolOptions protocol, String path) {
        int[] sizes = clients.stream().mapToInt(records -> records.length).toArray();
        int smallest = IntStream.range(0, sizes.length)
                .boxed()
                .min(Comparator.comparingInt(client -> sizes[client]))
                .orElseThrow();
        int batch = scenario.training().batchSize();
        if (protocol.needsFullBatches() && batch > sizes[smallest]) {
            problems.add(
                    "training.batch-size",
                    "is " + batch + ", which is larger than the data of client " + smallest + " under " + path
                            + ": " + sizes[smallest] + " of "
                            + Arrays.stream(sizes).sum()
                            + " records. It must be at most " + sizes[smallest]
                            + "; use smaller batches, fewer clients or more records.");
        }
    }

    /** The result as a list of one, or of none after its mistakes were noted. */
    private <T> List<T> collect(String path, Supplier<T> step) {
        try {
            return List.of(step.get());
        } catch (ConfigurationException e) {
            for (Problem problem : e.problems()) {
                problems.add(problem.path().isEmpty() ? path : problem.path(), problem.message());
            }
            return List.of();
        }
    }
}
