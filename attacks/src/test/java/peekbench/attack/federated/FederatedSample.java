package peekbench.attack.federated;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.Partition;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.nn.Architecture;
import peekbench.nn.Optimizer;
import peekbench.nn.array.Precision;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Flatten;
import peekbench.nn.layer.NamedLayer;
import peekbench.protocol.party.PeerViews;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.defense.Defense;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.AdversaryView;
import peekbench.threat.view.AggregatorView;
import peekbench.threat.view.UpdatesView;
import peekbench.training.Protocol;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingSetup;

/** Federated trainings on the embedded images, as their aggregators see them. */
final class FederatedSample {
    static final Dataset DATASET = DataCatalogue.embedded("fashion-mnist-sample");
    static final int TARGETS = 2;
    static final Seed SEED = Seed.of(11);

    private static final IndexSets SETS = IndexSets.draw(DATASET, new IndexSets.Sizes(80, 20, 300, 20), SEED);

    private FederatedSample() {}

    /** One convolution and a dense layer, whose gradient tells all that the convolution gives. */
    static Architecture network() {
        return new Architecture(
                "small",
                DATASET.exampleShape(),
                List.of(
                        new NamedLayer("conv1", new Convolution(8, 5, 2, 2)),
                        new NamedLayer("tanh", Activation.TANH),
                        new NamedLayer("flatten", new Flatten()),
                        new NamedLayer("fc", new Dense(10))));
    }

    static TrainingSetup setup(Architecture network, int epochs, Partition partition, Defense... defenses) {
        return new TrainingSetup(
                network,
                network.cuts().get(0),
                DATASET,
                SETS,
                partition,
                new TrainingOptions(epochs, 16, new Optimizer.Sgd(.05, .5, 1e-3)),
                List.of(defenses),
                Precision.FLOAT32,
                SEED);
    }

    static AggregatorView view(ProtocolOptions options, TrainingSetup setup) {
        return view(options, setup, AggregatorView.class);
    }

    /** What somebody of a role sees. */
    static <V extends AdversaryView> V view(ProtocolOptions options, TrainingSetup setup, Class<V> role) {
        Protocol protocol = PeerViews.around(options);
        TrainedNetwork network = protocol.train(setup, TrainingObserver.silent());
        return protocol.views(setup, network, targets(), knowledge()).of(role).orElseThrow();
    }

    private static Map<TargetSet, int[]> targets() {
        return Map.of(TargetSet.VICTIM_TEST, records(IndexSets.Part.VICTIM_TEST, TARGETS));
    }

    static int[] records(IndexSets.Part part, int count) {
        return IntStream.of(SETS.of(part)).limit(count).toArray();
    }

    static INDArray originals() {
        return DATASET.inputs(targets().get(TargetSet.VICTIM_TEST), Precision.FLOAT32);
    }

    static AttackerKnowledge knowledge() {
        return new AttackerKnowledge(
                data(records(IndexSets.Part.ATTACKER_AUXILIARY, 300)),
                data(records(IndexSets.Part.ATTACKER_VALIDATION, 20)));
    }

    private static AuxiliaryData data(int[] records) {
        return new AuxiliaryData(
                DATASET.inputs(records, Precision.FLOAT32),
                IntStream.of(DATASET.labels(records)).boxed().toList());
    }

    static ReconstructedInputs run(GradientInversionOptions options, UpdatesView view) {
        return new GradientInversion(options).run(view, knowledge(), SEED, AttackProgress.silent());
    }

    static INDArray found(ReconstructedInputs outcome) {
        return outcome.strongest().reconstructions().get(TargetSet.VICTIM_TEST);
    }

    /** Arrays call themselves equal within 1e-5, so identity is asked of their bits. */
    static byte[] bits(INDArray array) {
        return array.dup('c').data().asBytes();
    }
}
