package peekbench.attack.sanitizer;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.nn.array.Precision;
import peekbench.nn.array.Shape;
import peekbench.threat.observation.TargetSet;

/**
 * Turns what was sent into inputs by recovered factors; images are clipped to [0, 1].
 *
 * @param factors of the layer
 * @param own the attacker's own records in the clear, for what the factors leave open
 * @param input the shape of one input
 * @param precision of the reconstructions
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one computation and is never compared
record Inversion(RecoveredFactors factors, double[][] own, Shape input, Precision precision) {

    /** Inputs as rows. */
    double[][] rows(double[][] sent) {
        double[][] inputs = factors.invert(sent, own);
        if (input.isImage()) {
            for (double[] record : inputs) {
                for (int place = 0; place < record.length; place++) {
                    record[place] = Math.max(0, Math.min(1, record[place]));
                }
            }
        }
        return inputs;
    }

    private INDArray records(INDArray sent) {
        return Matrices.records(rows(Matrices.rows(sent)), input, precision.dataType());
    }

    /** The private records behind all that was heard. */
    Map<TargetSet, INDArray> targets(Set<TargetSet> targets, Function<TargetSet, INDArray> smashed) {
        Map<TargetSet, INDArray> found = new EnumMap<>(TargetSet.class);
        targets.forEach(set -> found.put(set, records(smashed.apply(set))));
        return found;
    }
}
