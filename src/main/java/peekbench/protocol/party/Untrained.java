package peekbench.protocol.party;

import peekbench.channel.Channel;
import peekbench.channel.Envelope;
import peekbench.channel.Message;
import peekbench.channel.Outbox;
import peekbench.channel.Party;
import peekbench.channel.PartyId;
import peekbench.protocol.engine.Learner;
import peekbench.protocol.engine.UnexpectedMessage;
import peekbench.protocol.schedule.LocalRecords;

/** Both ends of a cut across which a network is deployed that was trained elsewhere. */
final class Untrained {
    private Untrained() {}

    /** One client and a server. */
    static SplitNetwork network(Channel channel, ClientSetup setup, Learner back) {
        SplitClient client = new SplitClient(setup, new Client());
        channel.join(client);
        channel.join(new Server(back));
        return new SplitNetwork(channel, client, back::segment);
    }

    /** Predicts and is given no turns. */
    private record Client() implements BatchExchange {
        @Override
        public boolean send(LocalRecords.Batch own, SplitClient client, Outbox outbox) {
            throw new IllegalStateException(
                    "The " + client.id() + " was given a turn in a network that only predicts.");
        }

        @Override
        public boolean answer(Envelope envelope, SplitClient client, Outbox outbox) {
            throw UnexpectedMessage.at(client, envelope);
        }
    }

    /** Predicts. */
    private record Server(Learner back) implements Party {
        @Override
        public PartyId id() {
            return PartyId.SERVER;
        }

        @Override
        public void receive(Envelope envelope, Outbox outbox) {
            if (!(envelope.message() instanceof Message.InferenceData data)) {
                throw UnexpectedMessage.at(this, envelope);
            }
            outbox.send(envelope.from(), new Message.Prediction(back.predict(data.smashed())));
        }
    }
}
