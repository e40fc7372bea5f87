package peekbench.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import peekbench.attack.federated.GradientInversionOptions;
import peekbench.attack.federated.GradientMatching;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.Partition;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.nn.Optimizer;
import peekbench.nn.array.Precision;
import peekbench.nn.model.LeNet5;
import peekbench.protocol.federated.FederatedSgd;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.protocol.schedule.Participation;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.Moment;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.AggregatorView;
import peekbench.training.Protocol;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingSetup;

/**
 * Gradient inversion of the update of one batch of the embedded images on an untrained LeNet-5, half of its steps on a
 * rehearsed update of as many records.
 */
final class GradientInversionWork implements DoubleSupplier {
    /** Steps of all searches together. */
    static final int STEPS = 40;

    private static final Seed SEED = Seed.of(1);
    private static final Dataset DATASET = DataCatalogue.embedded("fashion-mnist-sample");

    private final GradientInversionOptions attack;
    private final AggregatorView view;
    private final AttackerKnowledge knowledge;

    /**
     * @param batch records that the update comes from
     */
    GradientInversionWork(int batch) {
        IndexSets sets = IndexSets.draw(DATASET, new IndexSets.Sizes(16, batch, 8, batch), SEED);
        TrainingSetup setup = new TrainingSetup(
                new LeNet5().architecture(DATASET.exampleShape(), DATASET.task().outputs()),
                "pool1",
                DATASET,
                sets,
                new Partition.Iid(),
                new TrainingOptions(0, 1, new Optimizer.Sgd(.01, 0, 0)),
                List.of(),
                Precision.FLOAT32,
                SEED);
        this.knowledge = new AttackerKnowledge(
                records(sets.of(IndexSets.Part.ATTACKER_AUXILIARY)),
                records(sets.of(IndexSets.Part.ATTACKER_VALIDATION)));
        Protocol protocol = new FederatedSgd(2, LocalBatches.ALL_RECORDS, Participation.ALL).create();
        this.view = protocol.views(
                        setup,
                        protocol.train(setup, TrainingObserver.silent()),
                        Map.of(TargetSet.VICTIM_TEST, sets.of(IndexSets.Part.VICTIM_TEST)),
                        knowledge)
                .of(AggregatorView.class)
                .orElseThrow();
        this.attack = new GradientInversionOptions(
                List.of(new GradientMatching.Cosine(.001, STEPS / 2, .1, true)), batch, Moment.INITIAL, 1, 1);
    }

    private static AuxiliaryData records(int[] indices) {
        return new AuxiliaryData(
                DATASET.inputs(indices, Precision.FLOAT32),
                Arrays.stream(DATASET.labels(indices)).boxed().toList());
    }

    @Override
    public double getAsDouble() {
        return attack.create()
                .run(view, knowledge, SEED, AttackProgress.silent())
                .strongest()
                .validationLoss();
    }
}
