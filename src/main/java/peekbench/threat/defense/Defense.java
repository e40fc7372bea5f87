package peekbench.threat.defense;

import org.apiguardian.api.API;

/** A defense before it is given to a party. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
@FunctionalInterface
public interface Defense {
    /** The hooks of one party, with state of their own. */
    DefenseHooks attach(DefenseContext context);

    /**
     * How many epochs follow the training in which weights stay as they are, messages go on, and only defenses learn; see
     * {@link DefenseHooks#weightsFrozen()}. Where several defenses ask for some, all have those of the one that asks for
     * the most.
     */
    default int frozenEpochs() {
        return 0;
    }
}
