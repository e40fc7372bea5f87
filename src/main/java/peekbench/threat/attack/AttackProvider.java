package peekbench.threat.attack;

import peekbench.registry.Kind;
import peekbench.registry.OptionsProvider;

/** Offers an attack; see {@link OptionsProvider} for how to write one. */
public interface AttackProvider extends OptionsProvider<AttackOptions> {
    /** What scenarios, lists and messages call what is offered. */
    Kind<AttackProvider> KIND = new Kind<>("attack", AttackProvider.class);

    @Override
    default Class<AttackOptions> optionsType() {
        return AttackOptions.class;
    }
}
