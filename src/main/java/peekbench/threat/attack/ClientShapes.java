package peekbench.threat.attack;

import org.apiguardian.api.API;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;

/**
 * What goes into a client and what leaves it, as someone who attacks it knows.
 *
 * @param precision of all arrays
 * @param input the shape of one input
 * @param smashed the shape of one example of what leaves the client
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record ClientShapes(Precision precision, Shape input, Shape smashed) {}
