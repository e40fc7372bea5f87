package peekbench.evaluation;

import java.util.OptionalInt;
import org.apiguardian.api.API;

/**
 * A private record that attacks are scored on.
 *
 * @param record its number in the data set: the official training part comes first, from 0
 * @param label its class, from 0; empty for regression
 * @param client the number, from 0, of the client that trained on it; empty where nobody did
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record TargetRecord(int record, OptionalInt label, OptionalInt client) {}
