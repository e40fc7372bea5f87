package peekbench.training;

import peekbench.registry.Kind;
import peekbench.registry.OptionsProvider;

/** Offers a protocol; see {@link OptionsProvider} for how to write one. */
public interface ProtocolProvider extends OptionsProvider<ProtocolOptions> {
    /** What scenarios, lists and messages call what is offered. */
    Kind<ProtocolProvider> KIND = new Kind<>("protocol", ProtocolProvider.class);

    @Override
    default Class<ProtocolOptions> optionsType() {
        return ProtocolOptions.class;
    }
}
