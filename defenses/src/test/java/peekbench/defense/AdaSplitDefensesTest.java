package peekbench.defense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.data.Dataset;
import peekbench.data.IndexSets;
import peekbench.data.Partition;
import peekbench.data.catalogue.DataCatalogue;
import peekbench.defense.compression.L1Penalty;
import peekbench.defense.compression.TopK;
import peekbench.defense.learned.LearnedNoise;
import peekbench.defense.nopeek.NoPeek;
import peekbench.nn.Optimizer;
import peekbench.nn.array.Precision;
import peekbench.nn.model.LeNet5;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.adasplit.AdaSplit;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.Participation;
import peekbench.seed.Seed;
import peekbench.threat.defense.DefenseOptions;
import peekbench.training.EpochReport;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingSetup;

/** Defenses on clients that learn from a loss of their own, which needs classes: the protocol that is not in the big table. */
@Tag("slow")
class AdaSplitDefensesTest {
    private static final Dataset IMAGES = DataCatalogue.embedded("fashion-mnist-sample");
    private static final AdaSplit PROTOCOL = new AdaSplit(
            2,
            new AdaSplit.Choice(.5, .5, .87),
            new AdaSplit.ClientLoss(.07, 8, AdaSplit.Reduction.MEAN),
            AdaSplit.Masks.PUBLISHED,
            TestedClient.EACH,
            Participation.ALL);
    private static final TrainedNetwork UNDEFENDED = train(new ArrayList<>());

    private static TrainedNetwork train(List<EpochReport> reports, DefenseOptions... arm) {
        Seed seed = Seed.of(11);
        TrainingSetup setup = new TrainingSetup(
                new LeNet5().architecture(IMAGES.exampleShape(), 10),
                "pool1",
                IMAGES,
                IndexSets.draw(IMAGES, new IndexSets.Sizes(64, 20, 0, 0), seed),
                new Partition.Iid(),
                new TrainingOptions(2, 16, Optimizer.Adam.of(.003)),
                Stream.of(arm).map(DefenseOptions::create).toList(),
                Precision.FLOAT32,
                seed);
        return PROTOCOL.create().train(setup, reports::add);
    }

    private static byte[] bits(TrainedNetwork network) {
        INDArray x = IMAGES.inputs(new int[] {200, 201, 202}, Precision.FLOAT32);
        return SmallTraining.bits(Nd4j.concat(
                0,
                network.client().parameters(),
                network.server().parameters(),
                network.predict(x).reshape(-1)));
    }

    static Stream<DefenseOptions> neutral() {
        return Stream.of(
                new NoPeek(NoPeek.Form.ADDED, 0),
                new NoPeek(NoPeek.Form.CONVEX, 0),
                new L1Penalty(0),
                new TopK(6 * 14 * 14));
    }

    @ParameterizedTest
    @MethodSource("neutral")
    void atStrengthZeroTrainingHasTheBitsOfNoDefense(DefenseOptions defense) {
        assertThat(bits(train(new ArrayList<>(), defense))).isEqualTo(bits(UNDEFENDED));
    }

    /** A loss is added in the local phase as well. */
    @ParameterizedTest
    @MethodSource("lossSide")
    void clientsAddToTheirLoss(DefenseOptions defense) {
        List<EpochReport> reports = new ArrayList<>();
        TrainedNetwork network = train(reports, defense);
        assertThat(SmallTraining.bits(network.client().parameters()))
                .isNotEqualTo(SmallTraining.bits(UNDEFENDED.client().parameters()));
        assertThat(reports)
                .hasSize(2)
                .allSatisfy(report -> assertThat(report.defenseStatistic()).isPresent());
    }

    static Stream<DefenseOptions> lossSide() {
        return Stream.of(new NoPeek(NoPeek.Form.ADDED, 2), new NoPeek(NoPeek.Form.CONVEX, .5), new L1Penalty(1));
    }

    /** The client's own loss is computed in front of the filter. */
    @Test
    void filtersChangeWhatTheServerGetsAndNothingElse() {
        TrainedNetwork network = train(new ArrayList<>(), new TopK(20));
        assertThat(SmallTraining.bits(network.client().parameters()))
                .isEqualTo(SmallTraining.bits(UNDEFENDED.client().parameters()));
        assertThat(SmallTraining.bits(network.server().parameters()))
                .isNotEqualTo(SmallTraining.bits(UNDEFENDED.server().parameters()));
        INDArray sent = network.encode(IMAGES.inputs(new int[] {200}, Precision.FLOAT32));
        assertThat(sent.neq(0).castTo(sent.dataType()).sumNumber().intValue()).isLessThanOrEqualTo(20);
    }

    @Test
    void noiseIsNotLearnedWithoutGradientsOfTheServer() {
        assertThatThrownBy(() -> train(new ArrayList<>(), new LearnedNoise(1)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("The protocol (adasplit) cannot train with a defense that learns from");
    }
}
