package peekbench.threat.view;

import org.apiguardian.api.API;
import peekbench.threat.observation.SmashedObservation;

/**
 * A server that follows the protocol and looks at what it receives.
 *
 * @param observation what it received
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@Role(value = "a curious server", sees = "the smashed data that leave the clients")
public record CuriousServerView(SmashedObservation observation) implements ServerView {}
