package peekbench.channel;

import org.apiguardian.api.API;

/**
 * A message on its way.
 *
 * @param from who sends
 * @param to who receives
 * @param message what
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record Envelope(PartyId from, PartyId to, Message message) {}
