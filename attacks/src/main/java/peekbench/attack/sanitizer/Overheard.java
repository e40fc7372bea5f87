package peekbench.attack.sanitizer;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;
import peekbench.threat.observation.TargetSet;
import peekbench.threat.view.EavesdropperView;
import peekbench.threat.view.PeerClientView;

/** Everything that passed on the wire for private records. */
final class Overheard {
    private Overheard() {}

    /** One row a record, of all target sets in their fixed order, which a map's does not have. */
    static double[][] of(EavesdropperView view) {
        return of(view.targets(), view::smashed);
    }

    /** The same for another listener. */
    static double[][] of(PeerClientView view) {
        return of(view.targets(), view::smashed);
    }

    private static double[][] of(Set<TargetSet> targets, Function<TargetSet, INDArray> smashed) {
        return Matrices.rows(Arrays.stream(TargetSet.values())
                .filter(targets::contains)
                .map(smashed)
                .toList());
    }
}
