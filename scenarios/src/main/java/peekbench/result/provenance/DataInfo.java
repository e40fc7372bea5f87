package peekbench.result.provenance;

import java.util.List;

/**
 * The data that a trial ran on.
 *
 * @param dataset name in the catalogue, or path
 * @param sha256 of the content, in hexadecimal
 * @param indexSets who held which records
 */
public record DataInfo(String dataset, String sha256, List<IndexSetInfo> indexSets) {
    public DataInfo {
        indexSets = List.copyOf(indexSets);
    }
}
