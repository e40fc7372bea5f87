package peekbench.evaluation;

import java.util.OptionalInt;

/**
 * A private record that attacks are scored on.
 *
 * @param record its number in the data set: the official training part comes first, from 0
 * @param label its class, from 0; empty for regression
 * @param client the number, from 0, of the client that trained on it; empty where nobody did
 */
public record TargetRecord(int record, OptionalInt label, OptionalInt client) {}
