package peekbench.threat.view;

import peekbench.threat.observation.SmashedObservation;

/**
 * A server that follows the protocol and looks at what it receives.
 *
 * @param observation what it received
 */
@Role("a curious server")
public record CuriousServerView(SmashedObservation observation) implements ServerView {}
