package peekbench.protocol.schedule;

import java.util.List;
import peekbench.problem.ConfigurationException;

/** A batch must not be larger than what a client has: its last, partial batch would be its only one. */
public final class BatchSizeCheck {
    private BatchSizeCheck() {}

    public static void check(int batchSize, List<int[]> recordsByClient) {
        for (int client = 0; client < recordsByClient.size(); client++) {
            int records = recordsByClient.get(client).length;
            if (batchSize > records) {
                throw new ConfigurationException("The batch-size (" + batchSize + ") is larger than the data of client "
                        + client + ", which has " + records + " of the victims' records; it must be at most " + records
                        + ". Use smaller batches, fewer clients or more records.");
            }
        }
    }
}
