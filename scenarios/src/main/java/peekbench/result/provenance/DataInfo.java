package peekbench.result.provenance;

import java.util.List;
import org.apiguardian.api.API;

/**
 * The data that a trial ran on.
 *
 * @param dataset name in the catalogue, or path
 * @param sha256 of the content, in hexadecimal
 * @param indexSets who held which records
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record DataInfo(String dataset, String sha256, List<IndexSetInfo> indexSets) {
    public DataInfo {
        indexSets = List.copyOf(indexSets);
    }
}
