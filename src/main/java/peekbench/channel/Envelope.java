package peekbench.channel;

/**
 * A message on its way.
 *
 * @param from who sends
 * @param to who receives
 * @param message what
 */
public record Envelope(PartyId from, PartyId to, Message message) {}
