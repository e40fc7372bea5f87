package peekbench.protocol.engine;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What several networks say of the same inputs; a single one has the only vote.
 *
 * @param members the outputs {@code [N, outputs]} of each
 */
public record Vote(List<INDArray> members) {
    public Vote {
        members = List.copyOf(members);
    }

    /** The mean {@code [N, outputs]} of all outputs. */
    public INDArray meanOutputs() {
        if (members.size() == 1) {
            return members.get(0);
        }
        INDArray sum = members.get(0).dup('c');
        members.subList(1, members.size()).forEach(sum::addi);
        return sum.divi(members.size());
    }

    /** The class that most members find in each example; of those that as many find, the one of the smallest number. */
    public int[] classes() {
        List<int[]> found =
                members.stream().map(outputs -> outputs.argMax(1).toIntVector()).toList();
        int classes = Math.toIntExact(members.get(0).size(1));
        int[] elected = new int[found.get(0).length];
        for (int example = 0; example < elected.length; example++) {
            int[] votes = new int[classes];
            for (int[] own : found) {
                votes[own[example]]++;
            }
            for (int candidate = 1; candidate < classes; candidate++) {
                elected[example] = votes[candidate] > votes[elected[example]] ? candidate : elected[example];
            }
        }
        return elected;
    }
}
