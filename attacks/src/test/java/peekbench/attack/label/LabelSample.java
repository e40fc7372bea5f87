package peekbench.attack.label;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.Partition;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.evaluation.Evaluation;
import peekbench.evaluation.EvaluationOptions;
import peekbench.evaluation.PrivateTruth;
import peekbench.evaluation.Score;
import peekbench.evaluation.Subject;
import peekbench.metric.Metric;
import peekbench.metric.MetricProvider;
import peekbench.nn.Optimizer;
import peekbench.nn.array.Precision;
import peekbench.nn.model.MultilayerPerceptron;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.split.WrapAround;
import peekbench.protocol.weights.HandOver;
import peekbench.protocol.weights.WeightsTransfer;
import peekbench.registry.Registry;
import peekbench.seed.Seed;
import peekbench.threat.attack.Attack;
import peekbench.threat.attack.AttackOptions;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.InferredLabels;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.AdversaryView;
import peekbench.threat.view.Views;
import peekbench.training.Protocol;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingSetup;

/** A small network, two epochs of training on a task of two classes of which one is rare, and what is around it. */
final class LabelSample {
    static final Dataset DATASET =
            DataCatalogue.embedded("fashion-mnist-sample").oneAgainstRest("shirt");
    static final Seed SEED = Seed.of(31);
    static final WrapAround WRAPPED = new WrapAround(
            new ClientTurns(
                    2,
                    ClientOrder.ROUND_ROBIN_BY_BATCH,
                    HandOver.WITH_OPTIMIZER_STATE,
                    WeightsTransfer.SERVER,
                    TestedClient.LAST,
                    Participation.ALL),
            "relu2");
    static final VanillaSplit VANILLA =
            new VanillaSplit(2, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE);

    private final AttackerKnowledge knowledge;
    private final Views views;
    private final Evaluation evaluation;

    private LabelSample(ProtocolOptions options) {
        IndexSets sets = IndexSets.draw(DATASET, new IndexSets.Sizes(1280, 200, 400, 100), SEED);
        TrainingSetup setup = new TrainingSetup(
                        new MultilayerPerceptron().architecture(DATASET.exampleShape(), 2),
                        "relu1",
                        DATASET,
                        sets,
                        new Partition.Iid(),
                        new TrainingOptions(2, 64, new Optimizer.Sgd(.05, .9, 0)),
                        List.of(),
                        Precision.FLOAT32,
                        SEED)
                .watching(Set.of(1, 2));
        Protocol protocol = options.create();
        TrainedNetwork network = protocol.train(setup, TrainingObserver.silent());
        this.knowledge = new AttackerKnowledge(
                data(sets, IndexSets.Part.ATTACKER_AUXILIARY), data(sets, IndexSets.Part.ATTACKER_VALIDATION));
        PrivateTruth truth = new PrivateTruth(
                DATASET, sets, 600, Precision.FLOAT32, network.watched().records(), List.of());
        this.views = protocol.views(setup, network, truth.records(), knowledge);
        this.evaluation = new Evaluation(
                new EvaluationOptions(200, 9, 20, 0),
                Registry.builtIn(MetricProvider.KIND).providers(),
                truth,
                knowledge,
                SEED);
    }

    static LabelSample of(ProtocolOptions options) {
        return new LabelSample(options);
    }

    private static AuxiliaryData data(IndexSets sets, IndexSets.Part part) {
        int[] records = sets.of(part);
        return new AuxiliaryData(
                DATASET.inputs(records, Precision.FLOAT32),
                Arrays.stream(DATASET.labels(records)).boxed().toList());
    }

    AttackerKnowledge knowledge() {
        return knowledge;
    }

    <V extends AdversaryView> V view(Class<V> role) {
        return views.of(role).orElseThrow();
    }

    InferredLabels run(AttackOptions options) {
        return run(options.create());
    }

    private <V extends AdversaryView> InferredLabels run(Attack<V, ?> attack) {
        return run(attack, view(attack.view()));
    }

    <V extends AdversaryView> InferredLabels run(Attack<V, ?> attack, V view) {
        return (InferredLabels) attack.run(view, knowledge, SEED, AttackProgress.silent());
    }

    /** The scores of one set of records by attack and metric: {@code some/epoch-1 label-auc}. */
    Map<String, Double> scores(InferredLabels outcome, TargetSet targets) {
        Map<String, Double> scores = new HashMap<>();
        for (Score score :
                evaluation.attack(new Subject.ByAttack("it"), outcome).scores()) {
            if (score.targets() == targets) {
                scores.put(score.subject().text() + " " + score.metric().label(), score.value());
            }
        }
        return scores;
    }

    double area(InferredLabels outcome) {
        return scores(outcome, TargetSet.VICTIM_TRAIN).get("it " + Metric.LABEL_AUC.label());
    }
}
