package peekbench.threat.observation;

import org.apiguardian.api.API;

/**
 * That and when a client noticed that its server does not follow the protocol, and stopped.
 *
 * @param party the client: {@code client-3}
 * @param ownBatches that this client had sent until then
 * @param batches that all clients had sent until then; one with {@code ownBatches} where there is one client
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record HijackDetection(String party, int ownBatches, int batches) {}
