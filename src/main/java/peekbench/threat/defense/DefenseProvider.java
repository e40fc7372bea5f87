package peekbench.threat.defense;

import peekbench.registry.Kind;
import peekbench.registry.OptionsProvider;

/** Offers a defense; see {@link OptionsProvider} for how to write one. */
public interface DefenseProvider extends OptionsProvider<DefenseOptions> {
    /** What scenarios, lists and messages call what is offered. */
    Kind<DefenseProvider> KIND = new Kind<>("defense", DefenseProvider.class);

    @Override
    default Class<DefenseOptions> optionsType() {
        return DefenseOptions.class;
    }
}
