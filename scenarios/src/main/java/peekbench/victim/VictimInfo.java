package peekbench.victim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import peekbench.training.EpochReport;

/**
 * What {@code victim.json} says of the arrays beside it.
 *
 * @param format version of the layout
 * @param key hash of all that the training depends on
 * @param dependencies all that it depends on
 * @param looks after which epochs the network's state is kept besides that at the end; 0 before the first
 * @param epochs how the training went, by the names of its parts; most have one, without a name
 * @param bytes of the arrays' file
 * @param sha256 of the arrays' file
 */
record VictimInfo(
        int format,
        String key,
        JsonNode dependencies,
        Set<Integer> looks,
        Map<String, List<EpochReport>> epochs,
        long bytes,
        String sha256) {
    static final int FORMAT = 1;
}
