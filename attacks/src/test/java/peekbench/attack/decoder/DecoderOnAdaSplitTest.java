package peekbench.attack.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.Partition;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.nn.Optimizer;
import peekbench.nn.array.Precision;
import peekbench.nn.model.LeNet5;
import peekbench.protocol.adasplit.AdaSplit;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.Participation;
import peekbench.seed.Seed;
import peekbench.threat.attack.AttackProgress;
import peekbench.threat.attack.AttackerKnowledge;
import peekbench.threat.attack.ReconstructedInputs;
import peekbench.threat.observation.AuxiliaryData;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.LabelledServerView;
import peekbench.threat.view.MaliciousServerView;
import peekbench.threat.view.QueryingServerView;
import peekbench.threat.view.Views;
import peekbench.training.Protocol;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingSetup;

/** The decoder on what AdaSplit's server receives; its clients learn from classes, which the table of the others lacks. */
class DecoderOnAdaSplitTest {
    private static final Dataset IMAGES = DataCatalogue.embedded("fashion-mnist-sample");
    private static final IndexSets SETS = IndexSets.draw(IMAGES, new IndexSets.Sizes(48, 16, 96, 32), Seed.of(11));
    private static final AdaSplit OPTIONS = new AdaSplit(
            2,
            new AdaSplit.Choice(.5, .5, .87),
            new AdaSplit.ClientLoss(.07, 8, AdaSplit.Reduction.SUM),
            AdaSplit.Masks.PUBLISHED,
            TestedClient.EACH,
            Participation.ALL);

    @Test
    void imagesAreDecodedBetterThanByTheirMean() {
        TrainingSetup setup = setup();
        Protocol protocol = OPTIONS.create();
        TrainedNetwork network = protocol.train(setup, TrainingObserver.silent());
        Map<TargetSet, int[]> targets = new EnumMap<>(TargetSet.class);
        targets.put(TargetSet.VICTIM_TRAIN, SETS.of(IndexSets.Part.VICTIM_TRAIN));
        targets.put(TargetSet.VICTIM_TEST, SETS.of(IndexSets.Part.VICTIM_TEST));
        AttackerKnowledge knowledge =
                new AttackerKnowledge(own(IndexSets.Part.ATTACKER_AUXILIARY), own(IndexSets.Part.ATTACKER_VALIDATION));
        Views views = protocol.views(setup, network, targets, knowledge);
        assertThat(views.roles())
                .isEqualTo(OPTIONS.roles())
                .contains(LabelledServerView.class)
                .doesNotContain(MaliciousServerView.class);
        ReconstructedInputs outcome = new DecoderAttack(new DecoderOptions(List.of(Capacity.SMALL), 5, 5, 16, .005))
                .run(views.of(QueryingServerView.class).orElseThrow(), knowledge, Seed.of(3), AttackProgress.silent());
        INDArray mean = knowledge.auxiliary().inputs().mean(true, 0);
        outcome.strongest().reconstructions().forEach((set, found) -> {
            INDArray truth = IMAGES.inputs(targets.get(set), Precision.FLOAT32);
            assertThat(meanSquare(found.sub(truth))).as(set.label()).isLessThan(.5 * meanSquare(truth.sub(mean)));
        });
    }

    private static AuxiliaryData own(IndexSets.Part part) {
        return new AuxiliaryData(IMAGES.inputs(SETS.of(part), Precision.FLOAT32), List.of());
    }

    private static TrainingSetup setup() {
        return new TrainingSetup(
                new LeNet5().architecture(IMAGES.exampleShape(), 10),
                "pool1",
                IMAGES,
                SETS,
                new Partition.Iid(),
                new TrainingOptions(2, 12, Optimizer.Adam.of(.001)),
                List.of(),
                Precision.FLOAT32,
                Seed.of(11));
    }

    private static double meanSquare(INDArray array) {
        return array.mul(array).meanNumber().doubleValue();
    }
}
