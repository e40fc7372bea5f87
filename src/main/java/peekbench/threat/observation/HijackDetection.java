package peekbench.threat.observation;

/**
 * That and when a client noticed that its server does not follow the protocol, and stopped.
 *
 * @param party the client: {@code client-3}
 * @param ownBatches that this client had sent until then
 * @param batches that all clients had sent until then; one with {@code ownBatches} where there is one client
 */
public record HijackDetection(String party, int ownBatches, int batches) {}
