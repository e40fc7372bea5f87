package peekbench.catalogue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import peekbench.data.catalogue.DatasetProvider;
import peekbench.nn.model.ModelProvider;
import peekbench.registry.Kind;
import peekbench.registry.Provider;
import peekbench.registry.Registry;
import peekbench.threat.attack.AttackProvider;
import peekbench.threat.defense.DefenseProvider;
import peekbench.training.ProtocolProvider;

/** Everything that scenarios can name, by kind. Immutable; a program makes one at its start and hands it down. */
public final class Catalogue {
    /** What can be added to, in the order in which it is listed. */
    public static final List<Kind<?>> KINDS = List.of(
            ProtocolProvider.KIND, ModelProvider.KIND, AttackProvider.KIND, DefenseProvider.KIND, DatasetProvider.KIND);

    private final Map<Kind<?>, Registry<?>> registries;

    private Catalogue(Map<Kind<?>, Registry<?>> registries) {
        this.registries = Map.copyOf(registries);
    }

    /** What comes with the program. */
    public static Catalogue builtIn() {
        return new Catalogue(KINDS.stream().collect(Collectors.toMap(Function.identity(), Registry::builtIn)));
    }

    /** All of one kind. */
    // The registry under a kind was made for it.
    @SuppressWarnings("unchecked")
    public <P extends Provider> Registry<P> of(Kind<P> kind) {
        return (Registry<P>) registries.get(kind);
    }
}
