package peekbench.attack.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.Partition;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.nn.Optimizer;
import peekbench.nn.array.Precision;
import peekbench.nn.model.LipidNetwork;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.split.FederatedSplit;
import peekbench.protocol.split.OnlineSplit;
import peekbench.protocol.split.ParallelSplit;
import peekbench.protocol.split.Relays;
import peekbench.protocol.split.SemiSupervisedSplit;
import peekbench.protocol.split.SplitFed;
import peekbench.protocol.split.WrapAround;
import peekbench.protocol.weights.HandOver;
import peekbench.protocol.weights.WeightsTransfer;
import peekbench.protocol.whole.SanitizedTraining;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.QueryingServerView;
import peekbench.training.Protocol;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingSetup;

/** The decoder on what the server of every split protocol really receives: rows of a table through 16 hidden units. */
@Tag("slow")
class DecoderOnProtocolsTest {
    private static final Dataset TABLE = DataCatalogue.embedded("lipids");
    private static final IndexSets SETS = IndexSets.draw(TABLE, new IndexSets.Sizes(64, 32, 200, 60), Seed.of(11));

    static List<Named<ProtocolOptions>> protocols() {
        return List.<ProtocolOptions>of(
                        new WrapAround(
                                new ClientTurns(
                                        2,
                                        ClientOrder.ROUND_ROBIN_BY_BATCH,
                                        HandOver.WEIGHTS_ONLY,
                                        WeightsTransfer.SERVER,
                                        TestedClient.LAST,
                                        Participation.ALL),
                                "relu2"),
                        new ParallelSplit(2, TestedClient.LAST, Participation.ALL),
                        new FederatedSplit(2, TestedClient.LAST, Participation.ALL),
                        new SplitFed(2, SplitFed.Version.FIRST, Participation.ALL),
                        new SplitFed(2, SplitFed.Version.SECOND, Participation.ALL),
                        new Relays(
                                2,
                                List.of("relu2"),
                                ClientOrder.ROUND_ROBIN_BY_BATCH,
                                HandOver.WEIGHTS_ONLY,
                                Participation.ALL),
                        new OnlineSplit(2, ClientOrder.ROUND_ROBIN_BY_EPOCH, 0, 2, Participation.ALL),
                        new SemiSupervisedSplit(2, .5, 1, true, ClientOrder.ROUND_ROBIN_BY_BATCH, Participation.ALL),
                        new SanitizedTraining(2, 1))
                .stream()
                .map(options -> Named.of(options.label(), options))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void rowsAreDecodedBetterThanByTheirMean(ProtocolOptions options) {
        TrainingSetup setup = setup();
        Protocol protocol = options.create();
        Map<TargetSet, int[]> targets = new EnumMap<>(TargetSet.class);
        targets.put(TargetSet.VICTIM_TRAIN, SETS.of(IndexSets.Part.VICTIM_TRAIN));
        targets.put(TargetSet.VICTIM_TEST, SETS.of(IndexSets.Part.VICTIM_TEST));
        AttackerKnowledge knowledge =
                new AttackerKnowledge(own(IndexSets.Part.ATTACKER_AUXILIARY), own(IndexSets.Part.ATTACKER_VALIDATION));
        QueryingServerView view = protocol.views(
                        setup, protocol.train(setup, TrainingObserver.silent()), targets, knowledge)
                .of(QueryingServerView.class)
                .orElseThrow();
        ReconstructedInputs outcome = new DecoderAttack(new DecoderOptions(List.of(Capacity.SMALL), 15, 5, 16, .05))
                .run(view, knowledge, Seed.of(3), AttackProgress.silent());
        outcome.strongest().reconstructions().forEach((set, found) -> {
            INDArray truth = TABLE.inputs(targets.get(set), Precision.FLOAT32);
            INDArray mean = knowledge.auxiliary().inputs().mean(true, 0);
            INDArray deviation = knowledge.auxiliary().inputs().std(true, 0).reshape(1, truth.size(1));
            double error = meanSquare(found.sub(truth).div(deviation));
            assertThat(error)
                    .as(set.label())
                    .isLessThan(.8 * meanSquare(truth.sub(mean).div(deviation)));
        });
    }

    private static AuxiliaryData own(IndexSets.Part part) {
        return new AuxiliaryData(TABLE.inputs(SETS.of(part), Precision.FLOAT32), List.of());
    }

    private static TrainingSetup setup() {
        return new TrainingSetup(
                new LipidNetwork(List.of(16, 8)).architecture(TABLE.exampleShape(), 1),
                "relu1",
                TABLE,
                SETS,
                new Partition.Iid(),
                new TrainingOptions(1, 16, Optimizer.Adam.of(.01)),
                List.of(),
                Precision.FLOAT32,
                Seed.of(11));
    }

    private static double meanSquare(INDArray array) {
        return Arrays.stream(array.dup('c').data().asDouble())
                .map(number -> number * number)
                .average()
                .orElseThrow();
    }
}
