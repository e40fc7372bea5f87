package peekbench.channel;

import org.apiguardian.api.API;

/**
 * What a channel carried between parties that exchange data; the coordinator's turns are not counted.
 *
 * @param messages how many
 * @param bytesToServer what clients and relays sent to the server or an aggregator, as the codec writes it
 * @param bytesToClients what they sent to clients
 * @param bytesBetweenClients what clients sent to each other, and relays or a weights store to and from clients
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Traffic(long messages, long bytesToServer, long bytesToClients, long bytesBetweenClients) {
    /** Nothing yet. */
    public static final Traffic NONE = new Traffic(0, 0, 0, 0);

    /** This and one more message. */
    Traffic plus(Envelope envelope) {
        if (envelope.from().equals(PartyId.COORDINATOR) || envelope.to().equals(PartyId.COORDINATOR)) {
            return this;
        }
        long bytes = MessageCodec.size(envelope.message());
        boolean toServer = envelope.to().isCentral();
        boolean fromServer = envelope.from().isCentral();
        return new Traffic(
                messages + 1,
                bytesToServer + (toServer ? bytes : 0),
                bytesToClients + (fromServer && !toServer ? bytes : 0),
                bytesBetweenClients + (toServer || fromServer ? 0 : bytes));
    }

    /** This and what another channel carried. */
    public Traffic plus(Traffic other) {
        return new Traffic(
                messages + other.messages,
                bytesToServer + other.bytesToServer,
                bytesToClients + other.bytesToClients,
                bytesBetweenClients + other.bytesBetweenClients);
    }

    /** What was carried since an earlier reading. */
    public Traffic since(Traffic earlier) {
        return new Traffic(
                messages - earlier.messages,
                bytesToServer - earlier.bytesToServer,
                bytesToClients - earlier.bytesToClients,
                bytesBetweenClients - earlier.bytesBetweenClients);
    }
}
