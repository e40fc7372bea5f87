package peekbench.protocol.split;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static peekbench.protocol.TrainingFixture.MOMENTUM;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import peekbench.channel.Channel;
import peekbench.channel.Message;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.problem.ConfigurationException;
import peekbench.protocol.TrainingFixture;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.ServerLearning;
import peekbench.protocol.engine.TrainingMeter;
import peekbench.protocol.party.ClientTurns;
import peekbench.protocol.party.PartyFactory;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.weights.HandOver;
import peekbench.protocol.weights.WeightsTransfer;
import peekbench.protocol.whole.WholeSamples;
import peekbench.threat.observation.ServerBehavior;

/** What a server says to clients that send what it cannot use. */
class IncomingTest {
    private static final INDArray SMASHED = Nd4j.ones(4, 6, 14, 14);
    private static final INDArray TARGETS = Nd4j.ones(4, 10);

    private final Channel channel = Channel.inProcess();

    @BeforeEach
    void connect() {
        PartyFactory parties = new PartyFactory(TrainingFixture.of(MOMENTUM, 1).setup());
        Learner back = parties.learner(parties.backs());
        channel.join(new VanillaSplitProtocol.Server(
                back, parties.serverLearning(3, parties.smashedShape(), new TrainingMeter()), false));
    }

    private void send(int client, Message message) {
        channel.deliver(PartyId.client(client), PartyId.SERVER, message);
    }

    @Test
    void numbersThatAreNotFiniteAreNamed() {
        INDArray bad = SMASHED.dup();
        bad.putScalar(17, Float.NaN);
        assertThatThrownBy(() -> send(1, new Message.SmashedData(0, bad, TARGETS)))
                .hasMessageContaining("The party (server) got a message (SmashedData) of (client-1)")
                .hasMessageContaining("whose sum is NaN");
    }

    /** Whoever else takes smashed data from clients; each with the kind of message that it takes. */
    static Stream<Party> parties() {
        PartyFactory parties = new PartyFactory(TrainingFixture.of(MOMENTUM, 1).setup());
        ServerLearning learning = parties.serverLearning(3, parties.smashedShape(), new TrainingMeter());
        Learner back = parties.learner(parties.backs());
        return Stream.of(
                new ParallelSplitProtocol.Server(back, learning),
                new FederatedSplitProtocol.Server(List.of(back, back, back), learning),
                new RelaysProtocol.Relay(0, PartyId.SERVER, back, learning.incoming()),
                new WrapAroundProtocol.Server(
                        back, parties.serverDefenses(), learning.incoming(), ServerBehavior.HONEST, false),
                WholeSamples.sanitizedServer(back, learning));
    }

    private static Message message(Party party, INDArray smashed) {
        if (party instanceof WrapAroundProtocol.Server) {
            return new Message.UnlabelledData(0, smashed);
        }
        return WholeSamples.takesSanitizedRecords(party)
                ? new Message.SanitizedRecords(smashed, TARGETS)
                : new Message.SmashedData(0, smashed, TARGETS);
    }

    @ParameterizedTest
    @MethodSource("parties")
    void everyPartyThatTakesSmashedDataNamesWhatItCannotUse(Party party) {
        Channel own = Channel.inProcess();
        own.join(party);
        INDArray bad = SMASHED.dup();
        bad.putScalar(17, Float.NaN);
        assertThatThrownBy(() -> own.deliver(PartyId.client(1), party.id(), message(party, bad)))
                .hasMessageContaining("The party (" + party.id() + ") got a message (")
                .hasMessageContaining(" of (client-1) with smashed data whose sum is NaN");
        assertThatThrownBy(() -> own.deliver(PartyId.client(1), party.id(), message(party, Nd4j.ones(4, 6, 12, 12))))
                .hasMessageContaining("smashed data of [4, 6, 12, 12]; an example must be 6x14x14");
        assertThatThrownBy(() -> own.deliver(PartyId.client(3), party.id(), message(party, SMASHED)))
                .hasMessageContaining("the unknown client number 3; clients are 0 to 2");
    }

    @Test
    void aWrongShapeIsNamed() {
        assertThatThrownBy(() -> send(1, new Message.SmashedData(0, Nd4j.ones(4, 6, 12, 12), TARGETS)))
                .hasMessageContaining("smashed data of [4, 6, 12, 12]; an example must be 6x14x14");
        assertThatThrownBy(() -> send(1, new Message.SmashedData(0, SMASHED, Nd4j.ones(3, 10))))
                .hasMessageContaining("targets of [3, 10]; they must be [4, 10]");
    }

    @Test
    void anUnknownClientIsNamed() {
        assertThatThrownBy(() -> send(3, new Message.SmashedData(0, SMASHED, TARGETS)))
                .hasMessageContaining("the unknown client number 3; clients are 0 to 2");
    }

    @Test
    void aBatchWithoutLabelsIsNamed() {
        assertThatThrownBy(() -> send(2, new Message.UnlabelledData(5, SMASHED)))
                .hasMessageContaining("got batch (5) of (client-2) without labels")
                .hasMessageContaining("Use wrap-around");
    }

    @Test
    void aCutThatLeavesAPartyWithoutLayersIsNamed() {
        TrainingFixture training = TrainingFixture.of(MOMENTUM, 1);
        WrapAround wrapped = new WrapAround(
                new ClientTurns(
                        1,
                        ClientOrder.ROUND_ROBIN_BY_BATCH,
                        HandOver.WEIGHTS_ONLY,
                        WeightsTransfer.SERVER,
                        TestedClient.LAST,
                        Participation.ALL),
                "conv1");
        assertThatThrownBy(() -> training.train(wrapped))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("The cut (conv1) does not lie behind (pool1)")
                .hasMessageContaining("a party between them would have no layers");
        Relays twice = new Relays(
                1,
                List.of("pool2", "pool2"),
                ClientOrder.ROUND_ROBIN_BY_BATCH,
                HandOver.WEIGHTS_ONLY,
                Participation.ALL);
        assertThatThrownBy(() -> training.train(twice))
                .hasMessageContaining("The cut (pool2) does not lie behind (pool2)");
    }

    @Test
    void noRelaysAreNamed() {
        assertThatThrownBy(() -> new Relays(
                        2, List.of(), ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WEIGHTS_ONLY, Participation.ALL))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("relays: is an empty list");
    }
}
