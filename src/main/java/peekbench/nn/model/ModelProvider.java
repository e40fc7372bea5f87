package peekbench.nn.model;

import peekbench.registry.Kind;
import peekbench.registry.OptionsProvider;

/** Offers a network; see {@link OptionsProvider} for how to write one. */
public interface ModelProvider extends OptionsProvider<ModelOptions> {
    /** What scenarios, lists and messages call what is offered. */
    Kind<ModelProvider> KIND = new Kind<>("model", ModelProvider.class);

    @Override
    default Class<ModelOptions> optionsType() {
        return ModelOptions.class;
    }
}
