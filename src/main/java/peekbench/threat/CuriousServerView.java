package peekbench.threat;

/**
 * A server that follows the protocol and looks at what it receives.
 *
 * @param observation what it received
 */
public record CuriousServerView(SmashedObservation observation) implements ServerView {}
