package peekbench.attack;

import java.util.List;
import peekbench.attack.decoder.DecoderOptions;
import peekbench.attack.sanitizer.DifferentialOptions;
import peekbench.attack.sanitizer.KnownPlaintextOptions;
import peekbench.registry.Catalogued;
import peekbench.registry.Registry;
import peekbench.threat.AttackOptions;

/** The attack catalogue. */
public final class Attacks {
    /** Every attack that a scenario can name. */
    public static final Registry<AttackOptions> REGISTRY = new Registry<>(
            "attack",
            List.of(
                    new Catalogued<>(
                            "decoder",
                            "Network trained on the attacker's own records to turn smashed data back into inputs",
                            DecoderOptions.class),
                    new Catalogued<>(
                            "known-plaintext",
                            "Someone on the wire recovers a sanitizer's vector from records that it knows in the clear",
                            KnownPlaintextOptions.class),
                    new Catalogued<>(
                            "differential",
                            "Someone on the wire recovers a sanitizer's vector from statistics of what is sent",
                            DifferentialOptions.class)));

    private Attacks() {}
}
