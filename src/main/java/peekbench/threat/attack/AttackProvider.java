package peekbench.threat.attack;

import org.apiguardian.api.API;
import peekbench.registry.Kind;
import peekbench.registry.OptionsProvider;

/** Offers an attack; see {@link OptionsProvider} for how to write one. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface AttackProvider extends OptionsProvider<AttackOptions> {
    /** What scenarios, lists and messages call what is offered. */
    Kind<AttackProvider> KIND = new Kind<>("attack", AttackProvider.class);

    @Override
    default Class<AttackOptions> optionsType() {
        return AttackOptions.class;
    }
}
