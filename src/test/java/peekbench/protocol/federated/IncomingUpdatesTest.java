package peekbench.protocol.federated;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static peekbench.protocol.TrainingFixture.PLAIN;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.channel.Channel;
import peekbench.channel.Message;
import peekbench.channel.ModelState;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
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

/** What an aggregator says to clients that send what it cannot use. */
class IncomingUpdatesTest {
    private static final INDArray NONE = ModelState.none(DataType.FLOAT);

    private static Channel channel(FederatedMethod method) {
        Learner global = global();
        return connected(method.aggregator(global, new IncomingUpdates(2, global.size()), Optional.empty()));
    }

    private static Channel connected(Party aggregator) {
        Channel channel = Channel.inProcess();
        channel.join(aggregator);
        return channel;
    }

    /** Three weights and a bias. */
    private static Learner global() {
        SegmentPool pool = new SegmentPool(
                () -> Segment.create(
                        List.of(new NamedLayer("line", new Dense(1))), Shape.of(3), Precision.FLOAT32, Seed.of(1)),
                PLAIN);
        return new Learner(pool, new TrainingOptions(1, 1, PLAIN));
    }

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of(channel(new FederatedMethod.Averaged()), "LocalModel", "parameters"),
                Arguments.of(channel(new FederatedMethod.WithProximalTerm(1)), "LocalModel", "parameters"),
                Arguments.of(channel(new FederatedMethod.Normalized()), "LocalModel", "parameters"),
                Arguments.of(channel(new FederatedMethod.WithControlVariates()), "LocalModel", "parameters"),
                Arguments.of(
                        channel(new FederatedMethod.WithControlVariates()),
                        "ControlChange",
                        "changes of a control variate"),
                Arguments.of(
                        connected(
                                new GradientParty(global(), new IncomingUpdates(2, global().size()), Optional.empty())),
                        "LocalGradient",
                        "numbers of a gradient"));
    }

    private static void send(Channel channel, String kind, int client, INDArray vector) {
        Message message = switch (kind) {
            case "LocalModel" -> new Message.LocalModel(4, new ModelState(vector, NONE, 1, List.of()));
            case "ControlChange" -> new Message.ControlChange(vector);
            default -> new Message.LocalGradient(4, vector, NONE);
        };
        channel.deliver(PartyId.client(client), PartyId.AGGREGATOR, message);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void whatCannotBeAveragedIsNamed(Channel channel, String kind, String what) {
        String message = "The party (aggregator) got a message (" + kind + ") of (client-";
        INDArray bad = Nd4j.createFromArray(1f, 2f, Float.NaN, 4f);
        assertThatThrownBy(() -> send(channel, kind, 1, bad))
                .hasMessageContaining(message + "1) with " + what + " whose sum is NaN");
        assertThatThrownBy(() -> send(channel, kind, 0, Nd4j.ones(DataType.FLOAT, 3)))
                .hasMessageContaining(message + "0) with 3 " + what + "; the layers have 4 of them");
        assertThatThrownBy(() -> send(channel, kind, 2, Nd4j.ones(DataType.FLOAT, 4)))
                .hasMessageContaining(message + "2) with the unknown client number 2; clients are 0 to 1");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void buffersThatTheLayersDoNotHaveAreNamed(Channel channel, String kind, String what) {
        INDArray vector = Nd4j.ones(DataType.FLOAT, 4);
        Message message = kind.equals("LocalGradient")
                ? new Message.LocalGradient(4, vector, vector)
                : new Message.LocalModel(4, new ModelState(vector, vector, 1, List.of()));
        assertThatThrownBy(() -> channel.deliver(PartyId.client(0), PartyId.AGGREGATOR, message))
                .hasMessageContaining("with 4 buffers; the layers have 0 of them");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void dataInPlaceOfAModelAreNamed(Channel channel, String kind, String what) {
        INDArray vector = Nd4j.ones(DataType.FLOAT, 4, 1);
        assertThatThrownBy(() -> channel.deliver(
                        PartyId.client(0), PartyId.AGGREGATOR, new Message.SmashedData(0, vector, vector)))
                .hasMessageContaining("The party (aggregator) cannot handle a message (SmashedData) of (client-0)");
    }

    /** A client that is told of control variates under a protocol without them. */
    @Test
    void onlyClientsWithControlVariatesTakeThem() {
        Channel channel = channel(new FederatedMethod.Averaged());
        DefenseChain none = new DefenseChain(List.of());
        WholeNetwork network =
                new WholeNetwork(global(), global(), LossFunction.MEAN_SQUARED_ERROR, none, new TrainingMeter());
        LocalMethod method = new FederatedMethod.Averaged().client(none);
        channel.join(new FederatedClient(PartyId.client(0), new NoRecords(), network, method, 1));
        assertThatThrownBy(
                        () -> channel.deliver(PartyId.AGGREGATOR, PartyId.client(0), new Message.ControlVariate(NONE)))
                .hasMessageContaining("The party (client-0) cannot handle a message (ControlVariate) of (aggregator)");
    }

    private record NoRecords() implements LocalRecords {
        @Override
        public int batches(int epoch) {
            return 0;
        }

        @Override
        public Batch batch(int epoch, int number) {
            throw new AssertionError();
        }
    }
}
