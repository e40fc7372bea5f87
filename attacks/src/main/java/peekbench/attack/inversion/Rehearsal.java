package peekbench.attack.inversion;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import peekbench.attack.search.InputSpace;
import peekbench.threat.attack.AttackerKnowledge;

/**
 * The same search on records of the attacker's own, by which it compares strengths.
 *
 * @param group one search
 * @param truth {@code [N, …]} the inputs to be found
 */
record Rehearsal(SearchGroup group, INDArray truth) {

    /** The first of the attacker's validation records, {@code [N, …]}. */
    static INDArray records(AttackerKnowledge knowledge, int count) {
        INDArray inputs = knowledge.validation().inputs();
        return inputs.get(NDArrayIndex.interval(0, Math.min(count, inputs.size(0))))
                .dup('c');
    }

    /** How far the found inputs are from the truth. */
    double error(InputSpace space) {
        return space.error(group.inputs().get(0), truth);
    }
}
