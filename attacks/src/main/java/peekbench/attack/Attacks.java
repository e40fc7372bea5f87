package peekbench.attack;

import java.util.List;
import peekbench.registry.Registry;
import peekbench.threat.AttackOptions;

/** The attack catalogue. */
public final class Attacks {
    /** Every attack that a scenario can name. */
    public static final Registry<AttackOptions> REGISTRY = new Registry<>("attack", List.of());

    private Attacks() {}
}
