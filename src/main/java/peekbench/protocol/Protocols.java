package peekbench.protocol;

import java.util.List;
import peekbench.registry.Catalogued;
import peekbench.registry.Registry;

/** The protocol catalogue. */
public final class Protocols {
    /** Every protocol that a scenario can name. */
    public static final Registry<ProtocolOptions> REGISTRY = new Registry<>(
            "protocol",
            List.of(
                    new Catalogued<>(
                            "centralized",
                            "Regular training by one party; the server sees nothing until the network is put to work",
                            Centralized.class),
                    new Catalogued<>(
                            "vanilla-split",
                            "Clients in turn send smashed data and labels; the server sees both and passes weights on",
                            VanillaSplit.class)));

    private Protocols() {}
}
