package peekbench.channel;

/**
 * What a channel carried between parties that exchange data; the coordinator's turns are not counted.
 *
 * @param messages how many
 * @param bytesToServer as the codec writes them
 * @param bytesToClients as the codec writes them
 */
public record Traffic(long messages, long bytesToServer, long bytesToClients) {
    /** Nothing yet. */
    public static final Traffic NONE = new Traffic(0, 0, 0);

    /** This and one more message. */
    Traffic plus(Envelope envelope) {
        if (envelope.from().equals(PartyId.COORDINATOR) || envelope.to().equals(PartyId.COORDINATOR)) {
            return this;
        }
        long bytes = MessageCodec.size(envelope.message());
        return envelope.to().equals(PartyId.SERVER)
                ? new Traffic(messages + 1, bytesToServer + bytes, bytesToClients)
                : new Traffic(messages + 1, bytesToServer, bytesToClients + bytes);
    }

    /** What was carried since an earlier reading. */
    public Traffic since(Traffic earlier) {
        return new Traffic(
                messages - earlier.messages,
                bytesToServer - earlier.bytesToServer,
                bytesToClients - earlier.bytesToClients);
    }
}
