package peekbench.threat.attack;

import java.util.OptionalInt;
import org.apiguardian.api.API;
import peekbench.threat.observation.TargetSet;

/**
 * The private records whose labels an attack infers, and their order.
 *
 * @param records which set they are of
 * @param epoch the watched epoch, from 1, in whose order of training they come; without one they come in the order of their
 *     smashed data
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record LabelTargets(TargetSet records, OptionalInt epoch) {

    /** The records of a target set in the order of their smashed data. */
    public static LabelTargets of(TargetSet records) {
        return new LabelTargets(records, OptionalInt.empty());
    }

    /** The records trained on in a watched epoch, in the order of training. */
    public static LabelTargets trainedIn(int epoch) {
        return new LabelTargets(TargetSet.VICTIM_TRAIN, OptionalInt.of(epoch));
    }
}
