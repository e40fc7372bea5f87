package peekbench.protocol.split;

import static org.assertj.core.api.Assertions.assertThat;
import static peekbench.protocol.TrainingFixture.MOMENTUM;
import static peekbench.protocol.TrainingFixture.bits;
import static peekbench.protocol.TrainingFixture.parameters;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.nn.Architecture;
import peekbench.nn.layer.Activation;
import peekbench.nn.layer.BatchNormalization;
import peekbench.nn.layer.Convolution;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.Dropout;
import peekbench.nn.layer.GlobalAveragePooling;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.layer.Residual;
import peekbench.protocol.TrainingFixture;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.weights.HandOver;
import peekbench.training.TrainedNetwork;

/** Lemma 1 for layers that keep more than weights: running statistics and the place in their random numbers. */
class StatefulLayersTest {
    private static final ClientOrder ORDER = ClientOrder.ROUND_ROBIN_BY_BATCH;
    private static final Architecture NETWORK = new Architecture(
            "test",
            TrainingFixture.DATASET.exampleShape(),
            List.of(
                    new NamedLayer("conv1", new Convolution(4, 3, 2, 1, false)),
                    new NamedLayer("norm1", new BatchNormalization()),
                    new NamedLayer("drop1", new Dropout(.2)),
                    new NamedLayer(
                            "block1",
                            new Residual(
                                    List.of(
                                            new NamedLayer("conv", new Convolution(4, 3, 1, 1, false)),
                                            new NamedLayer("norm", new BatchNormalization())),
                                    List.of(),
                                    Optional.of(Activation.RELU))),
                    new NamedLayer("pool", new GlobalAveragePooling()),
                    new NamedLayer("drop2", new Dropout(.2)),
                    new NamedLayer("fc1", new Dense(10))));

    @ParameterizedTest
    @ValueSource(strings = {"norm1", "drop1", "block1"})
    void splittingGivesTheSameWeightsAndStatistics(String cut) {
        TrainingFixture training = TrainingFixture.of(MOMENTUM, 2).network(NETWORK, cut);

        TrainedNetwork split = training.train(new VanillaSplit(3, ORDER, HandOver.WITH_OPTIMIZER_STATE));

        TrainedNetwork whole = training.centralized(training.schedule(3, ORDER)::inOrder);
        assertThat(bits(parameters(split))).isEqualTo(bits(parameters(whole)));
        assertThat(statistics(split)).isEqualTo(statistics(whole));
        assertThat(training.outputBits(split)).isEqualTo(training.outputBits(whole));
    }

    private static byte[] statistics(TrainedNetwork network) {
        var ofClient = network.client().buffers();
        var ofServer = network.server().buffers();
        return bits(ofServer.isEmpty() ? ofClient : Nd4j.concat(0, ofClient, ofServer));
    }
}
