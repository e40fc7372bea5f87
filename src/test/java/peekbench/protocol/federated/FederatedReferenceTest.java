package peekbench.protocol.federated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.channel.Channel;
import peekbench.channel.Message;
import peekbench.channel.PartyId;
import peekbench.nn.Optimizer;
import peekbench.nn.Segment;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.nn.layer.Dense;
import peekbench.nn.layer.NamedLayer;
import peekbench.nn.loss.LossFunction;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.SegmentPool;
import peekbench.protocol.engine.TrainingMeter;
import peekbench.protocol.schedule.LocalRecords;
import peekbench.protocol.weights.IncomingUpdates;
import peekbench.seed.Seed;
import peekbench.threat.defense.DefenseChain;
import peekbench.training.TrainingOptions;

/** Four methods of federated averaging against numpy, where clients take 1, 3 and 5 full-batch steps a round. */
class FederatedReferenceTest {
    private static final double TOLERANCE = 1e-9;
    private static final DefenseChain NO_DEFENSES = new DefenseChain(List.of());

    /** FedProx has μ = 0.1 there; with half of the step it takes twice of that. */
    static Stream<Arguments> methods() {
        return Stream.of(
                Arguments.of("fedavg", new FederatedMethod.Averaged()),
                Arguments.of("fedprox", new FederatedMethod.WithProximalTerm(.2)),
                Arguments.of("scaffold", new FederatedMethod.WithControlVariates()),
                Arguments.of("fednova", new FederatedMethod.Normalized()));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void averagesAreThoseOfNumpy(String name, FederatedMethod method) throws IOException {
        JsonNode reference = reference();
        Channel channel = Channel.inProcess();
        Learner global = learner(new SegmentPool(FederatedReferenceTest::line, optimizer()));
        JsonNode steps = reference.get("localSteps");
        channel.join(method.aggregator(global, new IncomingUpdates(steps.size(), global.size()), Optional.empty()));
        for (int client = 0; client < steps.size(); client++) {
            channel.join(client(
                    client,
                    method.client(NO_DEFENSES),
                    reference.get("clients").get(client),
                    steps.get(client).asInt()));
        }
        JsonNode rounds = reference.get("globalWeightsAfterRound").get(name);
        for (int round = 1; round <= rounds.size(); round++) {
            for (int client = 0; client < steps.size(); client++) {
                channel.deliver(PartyId.COORDINATOR, PartyId.client(client), new Message.Turn(round, 0, 0));
            }
            channel.deliver(PartyId.COORDINATOR, PartyId.AGGREGATOR, new Message.EpochEnds(round));
            JsonNode expected = rounds.get(round - 1);
            for (int weight = 0; weight < expected.size(); weight++) {
                assertThat(global.state().parameters().getDouble(weight))
                        .isCloseTo(expected.get(weight).asDouble(), within(TOLERANCE));
            }
        }
    }

    /** The reference's loss is half of the mean squared error, so the step is half of its 0.05. */
    private static Optimizer optimizer() {
        return new Optimizer.Sgd(.025, 0, 0);
    }

    private static FederatedClient client(int number, LocalMethod method, JsonNode data, int localSteps) {
        SegmentPool nothing = new SegmentPool(
                () -> Segment.create(List.of(), Shape.of(3), Precision.FLOAT64, Seed.of(1)), optimizer());
        WholeNetwork network = new WholeNetwork(
                learner(nothing),
                learner(new SegmentPool(FederatedReferenceTest::line, optimizer())),
                LossFunction.MEAN_SQUARED_ERROR,
                NO_DEFENSES,
                new TrainingMeter());
        return new FederatedClient(
                PartyId.client(number),
                new AllRecords(mirrored(numbers(data.get("x"))), mirrored(numbers(data.get("y")))),
                network,
                method,
                localSteps);
    }

    /** Each record again with its sign changed: that keeps the bias, which the reference's line lacks, at 0. */
    private static INDArray mirrored(INDArray rows) {
        return Nd4j.concat(0, rows, rows.neg());
    }

    /** {@code x w + b}, all 0 at first. */
    private static Segment line() {
        Segment line = Segment.create(
                List.of(new NamedLayer("line", new Dense(1))), Shape.of(3), Precision.FLOAT64, Seed.of(1));
        line.parameters().assign(0);
        return line;
    }

    private static Learner learner(SegmentPool pool) {
        return new Learner(pool, new TrainingOptions(3, 1, optimizer()));
    }

    private record AllRecords(INDArray inputs, INDArray targets) implements LocalRecords {
        @Override
        public int batches(int epoch) {
            return 1;
        }

        @Override
        public Batch batch(int epoch, int number) {
            return new Batch(inputs, targets);
        }
    }

    private static INDArray numbers(JsonNode rows) {
        double[][] numbers = new double[rows.size()][];
        for (int row = 0; row < numbers.length; row++) {
            JsonNode values = rows.get(row);
            numbers[row] = values.isArray() ? new double[values.size()] : new double[] {values.asDouble()};
            for (int column = 0; column < values.size(); column++) {
                numbers[row][column] = values.get(column).asDouble();
            }
        }
        return Nd4j.createFromArray(numbers);
    }

    private static JsonNode reference() throws IOException {
        try (InputStream in =
                FederatedReferenceTest.class.getResourceAsStream("/reference/federated_optimizers.json")) {
            return new ObjectMapper().readTree(in);
        }
    }
}
