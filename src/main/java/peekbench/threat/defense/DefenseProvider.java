package peekbench.threat.defense;

import org.apiguardian.api.API;
import peekbench.registry.Kind;
import peekbench.registry.OptionsProvider;

/** Offers a defense; see {@link OptionsProvider} for how to write one. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface DefenseProvider extends OptionsProvider<DefenseOptions> {
    /** What scenarios, lists and messages call what is offered. */
    Kind<DefenseProvider> KIND = new Kind<>("defense", DefenseProvider.class);

    @Override
    default Class<DefenseOptions> optionsType() {
        return DefenseOptions.class;
    }
}
