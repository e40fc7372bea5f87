package peekbench.defense;

import java.util.List;
import peekbench.defense.nopeek.NoPeek;
import peekbench.registry.Catalogued;
import peekbench.registry.Registry;
import peekbench.threat.DefenseOptions;

/** The defense catalogue. */
public final class Defenses {
    /** Every defense that a scenario can name. */
    public static final Registry<DefenseOptions> REGISTRY = new Registry<>(
            "defense",
            List.of(new Catalogued<>(
                    "nopeek",
                    "Distance correlation between inputs and smashed data joins the client's loss",
                    NoPeek.class)));

    private Defenses() {}
}
