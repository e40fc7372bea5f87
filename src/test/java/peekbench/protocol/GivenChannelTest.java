package peekbench.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import peekbench.channel.Channel;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.MessageCodec;
import peekbench.channel.Outbox;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.channel.Tap;
import peekbench.channel.Traffic;
import peekbench.nn.Optimizer;
import peekbench.protocol.federated.FederatedAveraging;
import peekbench.protocol.federated.FederatedSgd;
import peekbench.protocol.party.TestedClient;
import peekbench.protocol.schedule.ClientOrder;
import peekbench.protocol.schedule.LocalBatches;
import peekbench.protocol.schedule.Participation;
import peekbench.protocol.split.ParallelSplit;
import peekbench.protocol.split.VanillaSplit;
import peekbench.protocol.weights.HandOver;
import peekbench.training.ProtocolOptions;
import peekbench.training.TrainedNetwork;
import peekbench.training.TrainingObserver;

/** Protocols run through whatever channel their setup gives them, with the same bits. */
class GivenChannelTest {
    private static final TrainingFixture TRAINING =
            TrainingFixture.of(new Optimizer.Sgd(.05, 0, 0), 1).records(64);

    /** Hands on what a message is after it was written and read, as between two machines. */
    private record WrittenChannel(Channel inside, List<Envelope> read) implements Channel {
        @Override
        public void join(Party party) {
            inside.join(new Reader(party, read));
        }

        @Override
        public void tap(Tap tap) {
            inside.tap(tap);
        }

        @Override
        public void untap(Tap tap) {
            inside.untap(tap);
        }

        @Override
        public void deliver(PartyId from, PartyId to, Message message) {
            inside.deliver(from, to, message);
        }

        @Override
        public Traffic traffic() {
            return inside.traffic();
        }
    }

    /** A party that gets no array of another's, only copies. */
    private record Reader(Party party, List<Envelope> read) implements Party {
        @Override
        public PartyId id() {
            return party.id();
        }

        @Override
        public void receive(Envelope envelope, Outbox outbox) {
            Envelope copy = new Envelope(envelope.from(), envelope.to(), copy(envelope.message()));
            read.add(copy);
            party.receive(copy, outbox);
        }

        private static Message copy(Message message) {
            try {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                MessageCodec.write(message, new DataOutputStream(bytes));
                return MessageCodec.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static Stream<ProtocolOptions> protocols() {
        return Stream.of(
                new VanillaSplit(2, ClientOrder.ROUND_ROBIN_BY_BATCH, HandOver.WITH_OPTIMIZER_STATE),
                new ParallelSplit(2, TestedClient.LAST, Participation.ALL),
                new FederatedAveraging(2, 1, LocalBatches.MINI_BATCHES, Participation.ALL),
                new FederatedSgd(2, LocalBatches.ALL_RECORDS, Participation.ALL));
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void everyMessagePassesTheChannelOfTheSetupAndTrainsTheSameBits(ProtocolOptions protocol) {
        List<Envelope> read = new ArrayList<>();
        TrainedNetwork written = protocol.create()
                .train(
                        TRAINING.setup().through(() -> new WrittenChannel(Channel.inProcess(), read)),
                        TrainingObserver.silent());
        assertThat(read).extracting(Envelope::to).contains(PartyId.client(0), PartyId.client(1));
        assertThat(TRAINING.outputBits(written)).isEqualTo(TRAINING.outputBits(TRAINING.train(protocol)));
    }
}
