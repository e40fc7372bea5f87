package peekbench.training;

import org.apiguardian.api.API;
import peekbench.registry.Kind;
import peekbench.registry.OptionsProvider;

/** Offers a protocol; see {@link OptionsProvider} for how to write one. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface ProtocolProvider extends OptionsProvider<ProtocolOptions> {
    /** What scenarios, lists and messages call what is offered. */
    Kind<ProtocolProvider> KIND = new Kind<>("protocol", ProtocolProvider.class);

    @Override
    default Class<ProtocolOptions> optionsType() {
        return ProtocolOptions.class;
    }
}
