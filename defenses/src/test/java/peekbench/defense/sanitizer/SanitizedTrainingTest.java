package peekbench.defense.sanitizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import peekbench.data.IndexSets;
import peekbench.data.Partition;
import peekbench.nn.Optimizer;
import peekbench.nn.array.Precision;
import peekbench.nn.model.LipidNetwork;
import peekbench.protocol.federated.FederatedAveraging;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.split.SplitFed;
import peekbench.protocol.whole.SanitizedTraining;
import peekbench.seed.Seed;
import peekbench.threat.defense.DefenseOptions;
import peekbench.training.EpochReport;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingOptions;
import peekbench.training.TrainingSetup;

/** The three cases at work in whole trainings on the embedded table. */
@Tag("slow")
class SanitizedTrainingTest {
    private static final ProtocolOptions SANITIZED = new SanitizedTraining(3, 1);

    @Test
    void factorsOfOneTrainToTheBitsOfNoDefense() {
        byte[] none = outputs(SANITIZED, List.of());
        assertThat(outputs(SANITIZED, List.of(new RandomVector(new Factors.Uniform(1, 1), Granularity.ELEMENT))))
                .isEqualTo(none);
        assertThat(outputs(SANITIZED, List.of(new RandomVector()))).isNotEqualTo(none);
    }

    @Test
    void everyCaseLearnsAndRepeatsItselfBitByBit() {
        for (DefenseOptions option : List.of(new RandomVector(), new RandomVectorRelu(), new LocalLayer())) {
            List<EpochReport> reports = new ArrayList<>();
            TrainedNetwork trained = SANITIZED.create().train(setup(List.of(option), 40), reports::add);
            // Predicting the mean of all patients misses by 24 mg/dL on average.
            assertThat(reports.get(39).testDeviation()).as(option.label()).isLessThan(24);
            TrainedNetwork again = SANITIZED.create().train(setup(List.of(option), 40), report -> {});
            assertThat(bits(again)).as(option.label()).isEqualTo(bits(trained));
        }
    }

    /** Protocols that test a network which no single client holds need a client for it, with a layer of its own. */
    @Test
    void localLayersWorkWhereClientsAreAveraged() {
        List<ProtocolOptions> averaging = List.of(
                new SplitFed(2, SplitFed.Version.FIRST, Participation.ALL),
                new FederatedAveraging(2, 1, LocalBatches.MINI_BATCHES, Participation.ALL));
        for (ProtocolOptions protocol : averaging) {
            List<DefenseOptions> arm = List.of(new LocalLayer());
            assertThat(outputs(protocol, arm)).as(protocol.label()).isEqualTo(outputs(protocol, arm));
        }
    }

    private static byte[] outputs(ProtocolOptions protocol, List<DefenseOptions> arm) {
        return bits(protocol.create().train(setup(arm, 2), report -> {}));
    }

    private static byte[] bits(TrainedNetwork network) {
        return Contexts.bits(network.predict(Contexts.inputs(Contexts.TABLE)));
    }

    private static TrainingSetup setup(List<DefenseOptions> arm, int epochs) {
        Seed seed = Seed.of(11);
        return new TrainingSetup(
                new LipidNetwork(List.of(16)).architecture(Contexts.TABLE.exampleShape(), 1),
                "relu1",
                Contexts.TABLE,
                IndexSets.draw(Contexts.TABLE, new IndexSets.Sizes(300, 100, 0, 0), seed),
                new Partition.Iid(),
                new TrainingOptions(epochs, 16, Optimizer.Adam.of(.01)),
                arm.stream().map(DefenseOptions::create).toList(),
                Precision.FLOAT32,
                seed);
    }
}
