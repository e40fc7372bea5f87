package peekbench.data;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import peekbench.problem.ConfigurationException;
import peekbench.seed.Seed;

/**
 * Draws index sets whose groups stay apart: a set takes whole groups while they fit, and the last one in part where its size
 * asks for that; what is left of that group is in no set.
 */
final class GroupedDraw implements IndexSets.Drawing {
    private final Dataset dataset;
    private final Seed seed;
    private final List<int[]> left;

    /**
     * @param dataset with groups
     * @param records of which all others of their groups are among them too
     */
    GroupedDraw(Dataset dataset, int[] records, Seed seed) {
        this.dataset = dataset;
        this.seed = seed;
        this.left = new ArrayList<>(Bundles.of(dataset, records).shuffled(seed.child("groups")).balanced().stream()
                .toList());
    }

    /**
     * The records of the next set, in random order with classes in turn.
     *
     * @throws ConfigurationException when no whole groups are left for it
     */
    @Override
    public int[] take(IndexSets.Part part, int wanted) {
        List<Integer> taken = new ArrayList<>();
        Iterator<int[]> groups = left.iterator();
        while (groups.hasNext() && taken.size() < wanted) {
            int[] group = groups.next();
            if (group.length <= wanted - taken.size()) {
                add(group, group.length, taken);
                groups.remove();
            }
        }
        if (taken.size() < wanted) {
            if (left.isEmpty()) {
                throw new ConfigurationException("The index set (" + part.label() + ") takes " + wanted
                        + " records of data set (" + dataset.name() + "), but records of one group ("
                        + dataset.groupName().orElseThrow() + ") stay in one set, and only " + taken.size()
                        + " are left for it. Make the index sets smaller.");
            }
            add(left.remove(0), wanted - taken.size(), taken);
        }
        return IndexSets.balanced(
                dataset, taken.stream().mapToInt(Integer::intValue).toArray(), seed.child(part.label()));
    }

    private static void add(int[] group, int count, List<Integer> taken) {
        for (int i = 0; i < count; i++) {
            taken.add(group[i]);
        }
    }
}
